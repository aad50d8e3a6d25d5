package io.kaagent.benchmark.pool;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Resource;

/** ka-agent's: all of its rules, on the clock that the agent uses. */
final class Ours implements Peer {
    private static final long MINUTES = 60_000;

    final Pool pool;
    private final Name[] names;

    Ours(Cell cell) {
        pool = new Pool(new Same(limits(cell)), System::nanoTime);
        names = new Name[cell.origins()];
        for (int i = 0; i < names.length; i++) {
            names[i] = new Name(new Origin("http", Keys.host(i), Keys.PORT), null);
        }
    }

    private static Limits limits(Cell cell) {
        return Limits.builder()
                .maxSockets(cell.isLimited() ? cell.limit() : Limits.INFINITY)
                .maxFreeSockets(cell.most())
                .idleMillis(10 * MINUTES)
                .build();
    }

    @Override
    public Object take(int origin) throws Exception {
        Connection c = pool.take(names[origin], false, TIMEOUT_SECONDS * 1000);
        if (c.mustConnect()) {
            pool.opened(c, new Trivial());
        }
        return c;
    }

    /** Though some are free. */
    Object takeNew(int origin) throws Exception {
        Connection c = pool.take(names[origin], true, TIMEOUT_SECONDS * 1000);
        pool.opened(c, new Trivial());
        return c;
    }

    @Override
    public void give(int origin, Object taken) {
        pool.give((Connection) taken, true, Hint.NONE);
    }

    /** For every origin the same. */
    private static final class Same implements LimitsSource {
        private final Limits limits;

        Same(Limits limits) {
            this.limits = limits;
        }

        @Override
        public Limits of(Origin origin) {
            return limits;
        }

        @Override
        public int maxTotalSockets() {
            return Limits.INFINITY;
        }
    }

    private static final class Trivial implements Resource {
        private volatile boolean closed;

        @Override
        public boolean isQuiet() {
            return !closed;
        }

        @Override
        public boolean seemsQuiet() {
            return !closed;
        }

        @Override
        public void close(Reason reason) {
            closed = true;
        }
    }
}
