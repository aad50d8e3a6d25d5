package io.kaagent.start;

import io.kaagent.background.Sweeper;
import io.kaagent.config.Options;
import io.kaagent.hook.Failures;
import io.kaagent.hook.SocketHooks;
import io.kaagent.hook.TlsHooks;
import io.kaagent.hook.UrlHooks;
import io.kaagent.pool.Clock;
import io.kaagent.pool.Pool;
import io.kaagent.socket.ImplCalls;
import io.kaagent.socket.RawPool;
import io.kaagent.socket.RawSocket;
import io.kaagent.socket.Wrappers;
import io.kaagent.url.UrlPool;
import io.kaagent.watch.Log;
import io.kaagent.weave.Wrapper;

/** Puts the parts together: one pool, its clock, its sweeper, the URL side, and last of all the hooks. */
final class Wiring {
    private Wiring() {}

    static void connect(Options options, boolean forceKeepAlive, boolean rawTls) {
        Log.level(options.log());
        Failures.tellTo(new FailuresToLog());
        Clock clock = new SystemClock();
        Pool pool = new Pool(new PoolLimits(options), clock);
        if (options.jfr()) {
            FlightRecording.of(pool, clock);
        }
        PoolSweep sweep = new PoolSweep(pool);
        ClientSettings tcp = new ClientSettings(options, new Sweeper(sweep));
        RawPool raw = new RawPool(pool, tcp, clock, new WrapperClass());
        UrlPool urls = new UrlPool(pool, tcp, clock);
        sweep.raw = raw;
        sweep.urls = urls;
        if (ClientSettings.onEverySocket(options)) {
            SocketHooks.setOnEverySocket(tcp.everySocket(), tcp);
        }
        SocketHooks.connect(raw);
        if (rawTls) {
            TlsHooks.connect(raw);
        }
        UrlHooks.connect(urls, forceKeepAlive);
    }

    private static final class SystemClock implements Clock {
        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }

    private static final class PoolSweep implements Sweeper.Sweep {
        private static final long DROPPED_EVERY_NANOS = 1000000000L;

        private final Pool pool;
        private volatile RawPool raw;
        private volatile UrlPool urls;

        PoolSweep(Pool pool) {
            this.pool = pool;
        }

        @Override
        public long run() {
            boolean more = raw.collectDropped() | urls.collectDropped();
            long next = pool.sweep();
            if (!more) {
                return next;
            }
            return next < 0 ? DROPPED_EVERY_NANOS : Math.min(next, DROPPED_EVERY_NANOS);
        }

        @Override
        public void failed(Throwable e) {
            Log.warn("looking after free connections failed", e);
        }
    }

    private static final class WrapperClass implements Wrappers {
        @Override
        public ImplCalls make() throws Exception {
            return (ImplCalls) Wrapper.define(ImplCalls.class, RawSocket.class);
        }
    }

    private static final class FailuresToLog implements Failures.Listener {
        @Override
        public void failed(String hook, Throwable failure, int count) {
            Log.warn(
                    count == 1
                            ? "a defect of the agent in " + hook + "; the request goes on as without it"
                            : "defect " + count + " of the agent, in " + hook + "; no further connection is pooled",
                    failure);
        }
    }
}
