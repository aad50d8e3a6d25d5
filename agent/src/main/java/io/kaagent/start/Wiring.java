package io.kaagent.start;

import io.kaagent.background.Sweeper;
import io.kaagent.config.Options;
import io.kaagent.hook.ManagementHooks;
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
import io.kaagent.watch.jmx.Controls;
import io.kaagent.watch.jmx.Jmx;
import io.kaagent.weave.SeamReport;
import io.kaagent.weave.Wrapper;

/** Puts the parts together: one pool, its clock, its sweeper, the URL side, and last of all the hooks. */
final class Wiring {
    private Wiring() {}

    /** On a thread of the application, as a rule: see {@link io.kaagent.hook.FirstUse}. */
    static Pool connect(Options options, boolean forceKeepAlive, SeamReport report, long startingThread) {
        Clock clock = new SystemClock();
        LiveOptions live = new LiveOptions(options);
        PoolLimits limits = new PoolLimits(live);
        Pool pool = new Pool(limits, clock);
        if (options.jfr()) {
            FlightRecording.of(pool, clock);
        }
        PoolSweep sweep = new PoolSweep(pool, new Watching(options, pool, clock));
        ClientSettings tcp = new ClientSettings(options, live, new Sweeper(sweep));
        RawPool raw = new RawPool(pool, tcp, clock, new WrapperClass());
        UrlPool urls = new UrlPool(pool, tcp, clock);
        sweep.raw = raw;
        sweep.urls = urls;
        if (options.jmx()) {
            Controls controls = new PoolControls(live, limits, pool);
            sweep.jmx = new Jmx(pool, controls, startingThread, report.managementWasLoaded());
            ManagementHooks.tellTo(new ServerToJmx(sweep.jmx));
        }
        if (ClientSettings.onEverySocket(options)) {
            SocketHooks.setOnEverySocket(tcp.everySocket(), tcp);
        }
        SocketHooks.connect(raw);
        if (report.hasRawTlsSockets()) {
            TlsHooks.connect(raw);
        }
        UrlHooks.connect(urls, forceKeepAlive);
        return pool;
    }

    private static final class PoolSweep implements Sweeper.Sweep {
        private static final long DROPPED_EVERY_NANOS = 1000000000L;

        private final Pool pool;
        private final Watching watching;
        private volatile RawPool raw;
        private volatile UrlPool urls;
        private volatile Jmx jmx;

        PoolSweep(Pool pool, Watching watching) {
            this.pool = pool;
            this.watching = watching;
        }

        @Override
        public long run() {
            watching.look();
            pool.accounting().look();
            boolean more = raw.collectDropped() | urls.collectDropped();
            long next = pool.sweep();
            if (jmx != null) {
                jmx.look();
            }
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

    private static final class ServerToJmx implements ManagementHooks.Listener {
        private final Jmx jmx;

        ServerToJmx(Jmx jmx) {
            this.jmx = jmx;
        }

        @Override
        public void asked(Object server) {
            jmx.asked(server);
        }
    }

    private static final class WrapperClass implements Wrappers {
        @Override
        public ImplCalls make() throws Exception {
            return (ImplCalls) Wrapper.define(ImplCalls.class, RawSocket.class);
        }
    }
}
