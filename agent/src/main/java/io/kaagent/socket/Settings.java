package io.kaagent.socket;

import io.kaagent.client.UnsharedFactories;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;
import io.kaagent.tcp.TcpOptions;

/** What the raw sockets ask of their surroundings. Any thread; never throws. */
public interface Settings extends TcpOptions.Refusals, UnsharedFactories.Listener {
    /** The options that hold for an origin (rule 3). */
    OriginOptions of(Origin origin);

    /** What to set on a pooled connection of this origin (rule 28). */
    TcpOptions tcp(Origin origin);

    /** There is something to look after: a free connection (rule 23), or one that the application may drop. */
    void lookAfter();

    /** The origin has sent bytes that belong to no response: its connections are not used again for so many minutes. */
    void sentUnasked(Origin origin, int minutes);

    /** Closes a TLS connection that nobody uses: not on this thread, since a goodbye may wait. */
    void closeTls(Runnable close);

    /** Whether to remember who opened a connection, for {@link #leaked}. */
    boolean leakDetection();

    /**
     * The application dropped a socket without closing it.
     *
     * @param givenBack whether it stood between two exchanges, and so was not lost
     * @param opened where it was opened; null without leak detection
     */
    void leaked(Origin origin, boolean givenBack, Throwable opened);

    /** A mistake of ours, which the application is not to notice. */
    void defect(String where, Throwable defect);

    /** Raw sockets can't be pooled on this JVM. */
    void unknownJdk(Throwable why);
}
