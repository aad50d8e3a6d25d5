package io.kaagent.background;

import java.lang.reflect.Constructor;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Starts the agent's threads. They are daemons (rule 26), and take nothing along from the application's thread that happens to
 * start them: no context class loader, no inherited thread locals (JDK 9 and later), no access rights, no thread group; any of
 * these would hold an undeployed web application in memory.
 */
final class DaemonThreads {
    private DaemonThreads() {}

    static void start(final String name, final Runnable task) {
        AccessController.doPrivileged(new PrivilegedAction<Void>() {
            @Override
            public Void run() {
                Thread thread = create(topGroup(), name, task);
                thread.setDaemon(true);
                thread.setContextClassLoader(null);
                thread.start();
                return null;
            }
        });
    }

    private static Thread create(ThreadGroup group, String name, Runnable task) {
        try {
            Constructor<Thread> withoutInheritance = Thread.class.getConstructor(
                    ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class);
            return withoutInheritance.newInstance(group, task, name, 0L, false);
        } catch (ReflectiveOperationException e) {
            return new Thread(group, task, name); // JDK 8 has no such constructor
        }
    }

    private static ThreadGroup topGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
