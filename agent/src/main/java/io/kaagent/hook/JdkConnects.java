package io.kaagent.hook;

/** The connects of the JDK's own clients that are under way on one thread, and what the last one spent its time on. Confined to it. */
final class JdkConnects {
    private static final ThreadLocal<JdkConnects> HERE = new ThreadLocal<JdkConnects>();

    private int depth;
    private long began;
    private long lookUpNanos;

    private JdkConnects() {}

    static void begin() {
        begin(HERE);
    }

    static void begin(ThreadLocal<JdkConnects> of) {
        JdkConnects here = of.get();
        if (here == null) {
            here = new JdkConnects();
            of.set(here);
        }
        if (here.depth++ == 0) {
            here.began = System.nanoTime();
            here.lookUpNanos = -1;
        }
    }

    static void end() {
        end(HERE);
    }

    static void end(ThreadLocal<JdkConnects> of) {
        JdkConnects here = of.get();
        if (here != null && here.depth > 0) {
            here.depth--;
        }
    }

    /** Whether this thread is within one. If so, its server's name has been looked up. */
    static boolean isWithin() {
        return isWithin(HERE);
    }

    static boolean isWithin(ThreadLocal<JdkConnects> of) {
        JdkConnects here = of.get();
        if (here == null || here.depth == 0) {
            return false;
        }
        if (here.lookUpNanos < 0) {
            here.lookUpNanos = System.nanoTime() - here.began;
        }
        return true;
    }

    /** How long the last one took to look up its server's name; 0 if that is not known. */
    static long lookUpNanos() {
        JdkConnects here = HERE.get();
        return here == null ? 0 : Math.max(0, here.lookUpNanos);
    }
}
