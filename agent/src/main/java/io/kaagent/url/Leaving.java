package io.kaagent.url;

/**
 * That the JDK goes on from a connection to another request, a redirect or the answer to a challenge, and is going to close it.
 *
 * <p>Threading: any thread; what is said on one counts on that one alone.
 */
final class Leaving {
    private static final long NOBODY = -1;

    private volatile long thread = NOBODY;

    /** On this thread. */
    void begin() {
        thread = Thread.currentThread().getId();
    }

    /** It did not: the next request goes out on it, or it is somebody else's. */
    void forget() {
        thread = NOBODY;
    }

    /** Whether it is closed because of that. True once. */
    boolean end() {
        boolean here = thread == Thread.currentThread().getId();
        thread = NOBODY;
        return here;
    }
}
