package io.kaagent.start;

import io.kaagent.config.Mode;
import io.kaagent.config.Options;
import io.kaagent.config.TcpKeepAlive;
import io.kaagent.hook.FirstUse;
import io.kaagent.watch.Log;
import io.kaagent.watch.StateJson;
import io.kaagent.weave.SeamReport;
import io.kaagent.weave.Seams;
import io.kaagent.weave.Weaving;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The ordered start, on the boot side: checks, options, modules, weaving, one line on stderr. What is woven {@linkplain Pooling brings} the
 * rest when it is first used.
 *
 * <p>Runs before {@code main}, on the main thread: starts no thread, resolves no name, touches neither NIO, logging nor JMX, since
 * whatever of the JDK is initialised here the application can no longer configure.
 */
public final class Start {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Start() {}

    /**
     * Called from {@code KaAgent}, by name where that was loaded by another loader.
     *
     * @param attached whether the application was running already
     * @param renamed the jar's file name if the JVM did not find it through Boot-Class-Path, else null
     */
    public static void run(
            final String argument,
            final Instrumentation instrumentation,
            final boolean attached,
            final String renamed) {
        // Under a security manager our rights count, not those of a renamed jar's class on the application's class
        // path.
        AccessController.doPrivileged(new PrivilegedAction<Void>() {
            @Override
            public Void run() {
                start(argument, instrumentation, attached, renamed);
                return null;
            }
        });
    }

    private static synchronized void start(
            String argument, Instrumentation instrumentation, boolean attached, String renamed) {
        long begin = System.nanoTime();
        Properties properties = System.getProperties();
        if (!attached && JdkTool.isRunning(properties.getProperty("sun.java.command"))) {
            return;
        }
        if (!STARTED.compareAndSet(false, true) && !(attached && Observing.makesWay())) {
            Console.warn("given twice; the first one runs, this one (" + shown(argument) + ") is ignored");
            return;
        }
        Options options = Options.load(argument, properties);
        for (String warning : options.warnings()) {
            Console.warn(warning);
        }
        if (options.enabled()) {
            install(options, instrumentation, attached, renamed, begin);
        } else {
            Observing.leavesTheWay(); // whoever is attached next may begin
        }
    }

    private static void install(
            Options options, Instrumentation instrumentation, boolean attached, String renamed, long begin) {
        Modules.openToUs(instrumentation);
        String stale = renamed == null ? StaleCopy.notice() : null; // a renamed jar runs only if no other was found
        if (stale != null) {
            Console.warn(stale);
        }
        boolean observes = options.mode() == Mode.OBSERVE;
        SeamReport report =
                observes ? Observing.begin(options, instrumentation) : pool(options, instrumentation, attached);
        Console.line(StartLine.of(report, observes, renamed, System.nanoTime() - begin));
        Log.started();
    }

    private static SeamReport pool(Options options, Instrumentation instrumentation, boolean attached) {
        boolean forceKeepAlive = HttpKeepAlive.isForced(options);
        Weaving weaving = new Weaving(instrumentation, seams(options, forceKeepAlive));
        boolean isAlone = !attached && JvmArguments.nameNoOtherAgent(JvmArguments.given());
        SeamReport report = isAlone ? weaving.alone().install() : weaving.install();
        Pooling pooling = null;
        if (report.complete()) {
            FailuresToLog.begin(options, "no further connection is pooled");
            long startingThread = attached ? 0 : Thread.currentThread().getId();
            pooling = new Pooling(options, forceKeepAlive, report, startingThread);
            FirstUse.awaitedBy(pooling);
        }
        String jdk = System.getProperty("java.version");
        StateJson state = new StateJson(Version.CURRENT, options.describe(), jdk, pooling);
        AgentProperties.show(state);
        if (options.report() != null) {
            ReportAtExit.register(options.report(), state);
        }
        return report;
    }

    private static Seams seams(Options options, boolean forceKeepAlive) {
        Seams seams = Seams.none()
                .withUrlConnections()
                .withLostConnections()
                .withRawSockets(options.tcpKeepAlive() == TcpKeepAlive.ALL)
                .withRawTlsSockets();
        if (options.jmx()) {
            seams.withManagement();
        }
        return forceKeepAlive ? seams.withForcedKeepAlive() : seams;
    }

    private static String shown(String argument) {
        return argument == null || argument.isEmpty() ? "without arguments" : "with the arguments " + argument;
    }
}
