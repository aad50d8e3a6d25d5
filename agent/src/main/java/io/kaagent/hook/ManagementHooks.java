package io.kaagent.hook;

/** What {@code java.lang.management.ManagementFactory} calls. */
public final class ManagementHooks {
    private static volatile Listener listener;

    private ManagementHooks() {}

    /** Who is told from now on; nobody until then. */
    public static void tellTo(Listener newListener) {
        listener = newListener;
    }

    /** After {@code getPlatformMBeanServer()} has returned, whose lock is still held. */
    public static void asked(Object server) {
        FirstUse.comes();
        Listener told = listener;
        if (told != null) {
            try {
                told.asked(server);
            } catch (Throwable e) {
                Failures.report("asked", e);
            }
        }
    }

    /** Told by whatever thread asks for the platform's MBean server. Must not wait, nor use the server there and then. */
    public interface Listener {
        void asked(Object server);
    }
}
