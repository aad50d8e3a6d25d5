package io.kaagent.pool;

/**
 * Is told what becomes of connections, by the thread that does it, with no lock of the pool held. Must neither throw nor wait; what it is told
 * may have been overtaken by another thread already.
 */
public interface Watcher {
    /** A caller has to wait, on this thread: {@link #taken} follows, unless it waits in vain. */
    default void waits(Name name) {}

    /**
     * A caller has its connection, and will use it.
     *
     * @param reused whether it was open already
     * @param waitedNanos 0 if it did not have to wait
     */
    void taken(Connection connection, boolean reused, long waitedNanos);

    /**
     * A caller has opened one.
     *
     * @param connectNanos 0 if it was open already when the pool heard of it
     */
    void opened(Connection connection, long connectNanos);

    /**
     * Its owner has closed it and opened another in its place, as the JDK does that sends a request once more. What the connection tells is
     * true of the new one.
     *
     * @param ageNanos of the one that was closed
     * @param requests that were sent on that one
     */
    default void reopened(Connection connection, long ageNanos, int requests) {}

    /** Its first TLS handshake begins, on this thread. */
    default void handshakes(Connection connection) {}

    /** Its first TLS handshake is over. */
    void handshaken(Connection connection, long nanos);

    /** A caller is done with it. */
    void given(Connection connection, Fate fate);

    /** It was closed, or is about to be. */
    void ended(Connection connection, Reason reason);
}
