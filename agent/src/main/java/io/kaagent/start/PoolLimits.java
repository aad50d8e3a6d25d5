package io.kaagent.start;

import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Scheduling;

/** The pool's limits from the options. The pool asks once for each origin. */
final class PoolLimits implements LimitsSource {
    private final Options options;
    private final IdleLimit idleLimit = new IdleLimit();

    PoolLimits(Options options) {
        this.options = options;
    }

    @Override
    public Limits of(Origin origin) {
        OriginOptions of = options.forOrigin(origin.scheme(), origin.host(), origin.port());
        return Limits.builder()
                .keepAlive(of.keepAlive())
                .maxSockets(of.maxSockets())
                .maxFreeSockets(of.maxFreeSockets())
                .scheduling(of.scheduling() == io.kaagent.config.Scheduling.FIFO ? Scheduling.FIFO : Scheduling.LIFO)
                .idleMillis(idleLimit.of(of))
                .maxAgeMillis(of.socketActiveTtlMillis())
                .maxPending(of.maxPending())
                .build();
    }

    @Override
    public int maxTotalSockets() {
        return options.maxTotalSockets();
    }
}
