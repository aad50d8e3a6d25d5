package io.kaagent.start;

import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Scheduling;

/** The pool's limits from the options. The pool asks once for each origin, and again when they were changed. */
final class PoolLimits implements LimitsSource {
    private final LiveOptions options;
    private final IdleLimit idleLimit = new IdleLimit();

    PoolLimits(LiveOptions options) {
        this.options = options;
    }

    @Override
    public Limits of(Origin origin) {
        OriginOptions of = options.of(origin);
        return Limits.builder()
                .keepAlive(of.keepAlive())
                .maxSockets(of.maxSockets())
                .maxFreeSockets(of.maxFreeSockets())
                .scheduling(of.scheduling() == io.kaagent.config.Scheduling.FIFO ? Scheduling.FIFO : Scheduling.LIFO)
                .idleMillis(idleMillis(of))
                .maxAgeMillis(of.socketActiveTtlMillis())
                .maxPending(of.maxPending())
                .build();
    }

    @Override
    public int maxTotalSockets() {
        return options.now().maxTotalSockets();
    }

    /** How long a connection may be free by these options; 0: without limit. */
    long idleMillis(OriginOptions of) {
        return idleLimit.of(of);
    }
}
