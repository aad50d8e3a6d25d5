package io.kaagent.watch;

import java.io.InputStream;
import java.lang.reflect.Method;
import org.slf4j.LoggerFactory;

/**
 * Runs in a JVM of its own, with an slf4j-simple of its own. The agent's log is on the boot path there, as in production, and is
 * called by name, because javac would take the one next to this class.
 */
final class ApplicationThatLogs {
    private ApplicationThatLogs() {}

    public static void main(String[] arguments) throws Exception {
        Thread.currentThread().setContextClassLoader(new Nosy());
        agent("warn", "before the start is over");
        System.out.println("MARK started");
        Class.forName("io.kaagent.watch.Log", true, null).getMethod("started").invoke(null);
        agent("warn", "bound");
        System.out.println("MARK application");
        LoggerFactory.getLogger("app").debug("mine");
        agent("warn", "again");
        LoggerFactory.getLogger("app").debug("mine again");
        System.out.println("MARK end");
    }

    private static void agent(String level, String message) throws Exception {
        Method method = Class.forName("io.kaagent.watch.Log", true, null).getMethod(level, String.class);
        method.invoke(null, message);
    }

    /** Tells what it is asked for. */
    private static final class Nosy extends ClassLoader {
        private Nosy() {
            super(ApplicationThatLogs.class.getClassLoader());
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            System.out.println("ASKED " + name);
            return super.getResourceAsStream(name);
        }
    }
}
