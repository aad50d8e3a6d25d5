package io.kaagent.pool;

/**
 * Is told what becomes of connections, by the thread that does it, with no lock of the pool held. Should not throw, and must not wait; what it is told
 * may have been overtaken by another thread already.
 */
public interface Watcher {
    /** A caller has to wait, on this thread: {@link #taken} follows, unless it waits in vain. */
    void waits(Name name);

    /**
     * A caller has its connection, and will use it.
     *
     * @param reused whether it was open already
     * @param waitedNanos 0 if it did not have to wait
     */
    void taken(Connection connection, boolean reused, long waitedNanos);

    /** A caller got none (rule 12): {@link TakeTimeoutException}, or {@link QueueFullException}. */
    void refused(Origin origin, Exception why);

    /** A caller has opened one; of those that were open before they came to the pool it is told then. */
    void opened(Connection connection, long connectNanos);

    /**
     * Its owner has closed it and opened another in its place, within the same slot. Nothing else is told of it. What the connection tells is
     * true of the new one.
     *
     * @param ageNanos of the one that was closed
     * @param requests that it had carried
     */
    void reopened(Connection connection, long ageNanos, int requests);

    /** Its first TLS handshake begins, on this thread. */
    void handshakes(Connection connection);

    /** Its first TLS handshake is over. */
    void handshaken(Connection connection, long nanos);

    /** A caller is done with it. */
    void given(Connection connection, Fate fate);

    /** It was closed, or is about to be; for {@link Reason#CONNECT_FAILED} it never was open. */
    void ended(Connection connection, Reason reason);

    /** Who hears of a watcher that has thrown something after all. Never throws. */
    interface Defects {
        void failed(Throwable e);
    }
}
