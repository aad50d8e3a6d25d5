package io.kaagent.url;

import io.kaagent.client.UnsharedFactories;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;
import io.kaagent.tcp.TcpOptions;

/** What the URL side asks of its surroundings. Any thread; never throws. */
public interface Settings extends TcpOptions.Refusals, UnsharedFactories.Listener {
    /** The options that hold for an origin (rule 3). */
    OriginOptions of(Origin origin);

    /** Whether connections to this origin may have been pooled since the start, though an operator may have stopped that. */
    boolean mayHavePooled(Origin origin);

    /** What to set on a pooled socket of this origin (rule 28). */
    TcpOptions tcp(Origin origin);

    /** A connection is open, or may have become free: somebody has to look after it (rule 23). */
    void lookAfter();

    /** The origin has sent bytes that belong to no response: its connections are not used again for so many minutes. */
    void sentUnasked(Origin origin, int minutes);

    /**
     * The JDK has sent a request once more after its connection had ended without an answer.
     *
     * @param twice whether the server may have carried it out twice
     */
    void sentAgain(Origin origin, String method, boolean twice);

    /** Whether to remember who has taken a connection, for the three below. */
    boolean leakDetection();

    /** How long a response may be in the application's hands before that is told; 0 = never. */
    long leakDetectionThresholdMillis();

    /** A response is in the application's hands for that long, not read to its end and not closed. */
    void heldLong(Origin origin, long seconds, Throwable opened);

    /** It was closed after all. */
    void closedLate(Origin origin, long seconds);

    /** It was never closed: the garbage collector has found it. */
    void dropped(Origin origin, Throwable opened);

    /** This JDK's HTTP client is not as expected: nothing is pooled. */
    void unknownJdk();

    /** Closes a TLS connection that nobody uses: not on this thread, since a goodbye may wait. */
    void closeTls(Runnable close);
}
