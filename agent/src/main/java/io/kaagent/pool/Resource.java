package io.kaagent.pool;

/** What is pooled: an open connection, of which the pool knows nothing else. Called outside the pool's lock; must not throw. */
public interface Resource {
    /**
     * Rule 8: neither bytes, nor end of stream, nor an error waiting. Never blocks. Asked by the thread that has just got the
     * connection, before it is used.
     */
    boolean isQuiet();

    /**
     * The same for a free connection that another thread may take at this very moment: must not read or change anything. In doubt
     * true; who takes it will ask again. Asked by the sweep (rule 27).
     */
    boolean seemsQuiet();

    /**
     * Ends the connection; asked once, by whatever thread had the pool destroy it. Nobody will get it any more, but its slot is given
     * on only when this returns: what may wait for the peer should be done elsewhere.
     */
    void close(Reason reason);
}
