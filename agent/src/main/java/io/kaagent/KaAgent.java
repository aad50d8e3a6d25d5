package io.kaagent;

import io.kaagent.start.Start;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.jar.JarFile;

/**
 * Entry of the agent: {@code -javaagent:ka-agent.jar[=options]}, late attach, and {@code java -jar ka-agent.jar}.
 *
 * <p>Does as little as it can, because it may be loaded twice: by the boot loader, where all of the agent belongs (manifest
 * attribute {@code Boot-Class-Path}), or by the class path's loader when the jar was renamed. Then it refers to the rest of the
 * agent by name only. It keeps no state, and lets nothing escape: an exception out of {@code premain} ends the JVM.
 */
public final class KaAgent {
    private KaAgent() {}

    /** Called by the JVM before {@code main}, on the main thread. Never throws. */
    public static void premain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation, false);
    }

    /** Called by the JVM when the agent is attached to a running application, on a thread of the attach listener. Never throws. */
    public static void agentmain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation, true);
    }

    /** {@code java -jar ka-agent.jar attach PID [options]}; without arguments prints how to use the agent. */
    public static void main(String[] arguments) throws Exception {
        Class<?> command = Class.forName("io.kaagent.command.Command");
        command.getMethod("run", String[].class).invoke(null, (Object) arguments);
    }

    private static void start(String argument, Instrumentation instrumentation, boolean attached) {
        try {
            if (switchedOff()) {
                return;
            }
            if (KaAgent.class.getClassLoader() == null) {
                Start.run(argument, instrumentation, attached, null); // by name it takes 13 ms more on JDK 25
            } else {
                startByName(argument, instrumentation, attached, appendToBootPath(instrumentation));
            }
        } catch (Throwable e) {
            // The application starts all the same. Nothing of ours may be woven now: Start undoes what it began.
            System.err.println("ka-agent: not started, the application runs without pooling: " + rootOf(e));
        }
    }

    /** On the boot side, and not where this class is. */
    private static void startByName(String argument, Instrumentation instrumentation, boolean attached, String renamed)
            throws ReflectiveOperationException {
        Class<?> start = Class.forName("io.kaagent.start.Start", true, null);
        Method run = start.getMethod("run", String.class, Instrumentation.class, boolean.class, String.class);
        run.invoke(null, argument, instrumentation, attached, renamed);
    }

    /** The kill switch is looked at before any other class of the agent is loaded. */
    private static boolean switchedOff() {
        try {
            return "false".equalsIgnoreCase(System.getProperty("ka.enabled"));
        } catch (SecurityException e) {
            return false; // code on the class path may not read properties; the boot side asks again and may
        }
    }

    /** A renamed jar is not found by Boot-Class-Path: append it ourselves, so that there is one copy, on the boot loader. */
    private static String appendToBootPath(Instrumentation instrumentation) throws Exception {
        String url = String.valueOf(ClassLoader.getSystemResource("io/kaagent/KaAgent.class"));
        int end = url.lastIndexOf("!/");
        if (!url.startsWith("jar:file:") || end < 0) {
            throw new IllegalStateException("the agent was not loaded from a jar: " + url);
        }
        File jar = new File(new java.net.URI(url.substring("jar:".length(), end)));
        try (JarFile file = new JarFile(jar, false)) {
            instrumentation.appendToBootstrapClassLoaderSearch(file);
        }
        return jar.getName();
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
