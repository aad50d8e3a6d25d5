package io.kaagent.pool;

/**
 * Is told what becomes of connections, by the thread that does it, with no lock of the pool held. Must neither throw nor wait; what it is told
 * may have been overtaken by another thread already.
 */
public interface Watcher {
    /**
     * A caller has its connection, and will use it.
     *
     * @param reused whether it was open already
     * @param waitedNanos 0 if it did not have to wait
     */
    void taken(Connection connection, boolean reused, long waitedNanos);

    /** A caller has opened one. */
    void opened(Connection connection, long connectNanos);

    /** Its first TLS handshake is over. */
    void handshaken(Connection connection, long nanos);

    /** A caller is done with it. */
    void given(Connection connection, Fate fate);

    /** It was closed, or is about to be. */
    void ended(Connection connection, Reason reason);
}
