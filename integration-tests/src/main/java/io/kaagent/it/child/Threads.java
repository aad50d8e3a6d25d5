package io.kaagent.it.child;

import java.util.StringJoiner;

/** Starts threads, and tells what this JVM's threads are doing. */
final class Threads {
    private Threads() {}

    /** @param virtual needs JDK 21 */
    static void start(Runnable task, String name, boolean virtual) {
        if (virtual) {
            virtual(task);
            return;
        }
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    static Thread virtual(Runnable task) {
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Message where(Thread thread) {
        StringJoiner stack = new StringJoiner("\n");
        for (StackTraceElement frame : thread.getStackTrace()) {
            stack.add(frame.getClassName() + "." + frame.getMethodName());
        }
        return Control.ok().with("state", thread.getState()).with("stack", stack);
    }

    /** Names of all live threads: those that keep the JVM alive, and the daemons. */
    static Message list() {
        StringJoiner daemons = new StringJoiner("\n");
        StringJoiner others = new StringJoiner("\n");
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            (thread.isDaemon() ? daemons : others).add(thread.getName());
        }
        return Control.ok().with("daemons", daemons).with("others", others);
    }
}
