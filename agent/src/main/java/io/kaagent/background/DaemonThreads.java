package io.kaagent.background;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Starts the agent's threads. They are daemons (rule 26), and take nothing along from the application's thread that happens to
 * start them: no context class loader, no inherited thread locals, no access rights, no thread group; any of
 * these would hold an undeployed web application in memory.
 */
public final class DaemonThreads {
    private DaemonThreads() {}

    public static void start(String name, Runnable task) {
        make(name, task).start();
    }

    /** A thread that is yet to be started. */
    static Thread make(final String name, final Runnable task) {
        return AccessController.doPrivileged(new PrivilegedAction<Thread>() {
            @Override
            public Thread run() {
                Thread thread = create(topGroup(), name, task);
                thread.setDaemon(true);
                thread.setContextClassLoader(null);
                return thread;
            }
        });
    }

    private static Thread create(ThreadGroup group, String name, Runnable task) {
        try {
            Constructor<Thread> withoutInheritance = Thread.class.getConstructor(
                    ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class);
            return withoutInheritance.newInstance(group, task, name, 0L, false);
        } catch (ReflectiveOperationException e) {
            return createOnJdk8(group, name, task);
        }
    }

    /** There is no such constructor there: what was inherited is taken away again, before the thread runs. */
    private static Thread createOnJdk8(ThreadGroup group, String name, Runnable task) {
        Thread thread = new Thread(group, task, name);
        try {
            Field inherited = Thread.class.getDeclaredField("inheritableThreadLocals");
            inherited.setAccessible(true);
            inherited.set(thread, null);
        } catch (ReflectiveOperationException e) {
            return thread; // a JVM of another make: the thread is short-lived all the same
        }
        return thread;
    }

    private static ThreadGroup topGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
