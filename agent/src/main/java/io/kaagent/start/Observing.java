package io.kaagent.start;

import io.kaagent.background.AtExit;
import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.hook.Failures;
import io.kaagent.hook.ObserveHooks;
import io.kaagent.observe.Observer;
import io.kaagent.observe.Rules;
import io.kaagent.watch.Log;
import io.kaagent.watch.ObservedText;
import io.kaagent.watch.StateJson;
import io.kaagent.weave.ObserverSeams;
import io.kaagent.weave.SeamReport;
import io.kaagent.weave.Weaving;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code ka.mode=observe}: from its beginning, with the agent or by attaching it, to its end, with the JVM or by attaching it once more.
 * Then it may begin again, or pooling may. Nothing is registered with the JVM before the first connection.
 *
 * <p>Under the lock of the class.
 */
final class Observing {
    private static final String AT_EXIT = "ka-agent-observer";

    /** To make the text, on a busy machine; where the error stream does not take it, that is not waited for. */
    private static final long PATIENCE_MILLIS = 2000;

    private static SeamReport woven;
    private static Observing now;
    private static boolean over;

    /** Asked by the application's threads, for which the lock may be too long. One hook does, however often it is observed. */
    private static final AtomicBoolean HOOKED = new AtomicBoolean();

    private final Options options;
    private final StateJson state;

    private Observing(Options options) {
        this.options = options;
        Observer observer = new Observer(new RulesOfOptions(options), new SystemClock(), new FirstConnection());
        this.state = StateJson.ofObserving(
                Version.CURRENT, options.describe(), System.getProperty("java.version"), observer);
        ObserveHooks.connect(observer);
    }

    static synchronized SeamReport begin(Options options, Instrumentation instrumentation) {
        if (woven == null || !woven.complete()) {
            woven = new Weaving(instrumentation, ObserverSeams.all()).install();
        }
        String jdk = System.getProperty("java.version");
        if (woven.complete()) {
            FailuresToLog.begin(options, "nothing is observed any more");
            now = new Observing(options);
            AgentProperties.show(now.state);
            if (options.report() != null) {
                ReportAtExit.register(options.report(), now.state);
            }
        } else {
            over = true;
            AgentProperties.show(StateJson.ofNothing(Version.CURRENT, options.describe(), jdk));
        }
        return woven;
    }

    /** Whether the agent, which has been given before, may begin once more: what is being observed ends here, and nothing is pooled. */
    static boolean makesWay() {
        boolean wasObserving;
        boolean may;
        synchronized (Observing.class) {
            wasObserving = now != null;
            may = wasObserving || over;
            over = false;
            end();
        }
        if (wasObserving) {
            Console.line(
                    Version.CURRENT + ": observing has ended"); // not under the lock: the error stream may be anybody's
        }
        return may;
    }

    private static synchronized void end() {
        if (now != null) {
            ObserveHooks.disconnect();
            String jdk = System.getProperty("java.version");
            AgentProperties.show(StateJson.ofNothing(Version.CURRENT, now.options.describe(), jdk));
            now = null;
            ReportAtExit.forget();
        }
    }

    /** Nothing runs: the agent may be given again. */
    static synchronized void leavesTheWay() {
        over = true;
    }

    /** Null if nothing is being observed. */
    private static synchronized StateJson state() {
        return now == null ? null : now.state;
    }

    private static final class FirstConnection implements Runnable {
        @Override
        public void run() {
            if (HOOKED.compareAndSet(false, true) && !AtExit.run(AT_EXIT, new AtTheEnd(), PATIENCE_MILLIS)) {
                Log.info(
                        "the end of the JVM will not tell what was observed: it is ending already, or does not let us wait");
            }
        }
    }

    private static final class AtTheEnd implements Runnable {
        @Override
        public void run() {
            try {
                StateJson state = state();
                if (state != null) {
                    String json = state.text(Failures.count(), System.currentTimeMillis());
                    Lines lines = new Lines(Version.CURRENT + ": observed\n" + ObservedText.of(json));
                    AtExit.runWithin(AT_EXIT, lines, AtExit.A_MOMENT_MILLIS);
                }
            } catch (Throwable e) {
                Failures.report("observed", e);
            }
        }
    }

    /** Whoever ends the JVM may have the error stream in hand. */
    private static final class Lines implements Runnable {
        private final String text;

        Lines(String text) {
            this.text = text;
        }

        @Override
        public void run() {
            Console.line(text);
        }
    }

    private static final class RulesOfOptions implements Rules {
        private final Options options;
        private final IdleLimit idleLimit = new IdleLimit();
        private final boolean jdkKeepsAlive;

        RulesOfOptions(Options options) {
            this.options = options;
            this.jdkKeepsAlive = HttpKeepAlive.isForced(options) || !HttpKeepAlive.isOff();
        }

        @Override
        public OriginOptions of(String host, int port) {
            return options.forOrigin(null, host, port);
        }

        @Override
        public boolean keeps(OriginOptions of, boolean ofJdk, boolean secure) {
            boolean followed = of.protocol() != Protocol.NONE && (!secure || of.tlsSockets());
            return of.pool() && of.keepAlive() && (ofJdk ? jdkKeepsAlive : followed);
        }

        @Override
        public long idleMillis(OriginOptions of) {
            return idleLimit.of(of);
        }
    }
}
