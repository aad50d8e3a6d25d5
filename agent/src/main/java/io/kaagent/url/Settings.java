package io.kaagent.url;

import io.kaagent.client.UnsharedFactories;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import io.kaagent.tcp.TcpOptions;

/** What the URL side asks of its surroundings. Any thread; never throws. */
public interface Settings extends TcpOptions.Refusals, UnsharedFactories.Listener {
    /** The options that hold for an origin (rule 3). */
    OriginOptions of(Origin origin);

    /** What to set on a pooled socket of this origin (rule 28). */
    TcpOptions tcp(Origin origin);

    /** A connection may have become free: somebody has to look after it (rule 23). */
    void freed();

    /** The origin has sent bytes that belong to no response: its connections are not used again for so many minutes. */
    void sentUnasked(Origin origin, int minutes);

    /** This JDK's HTTP client is not as expected: nothing is pooled. */
    void unknownJdk();

    /** The pool closes this connection. */
    void closing(Connection connection, Reason reason);

    /** Closes a TLS connection that nobody uses: not on this thread, since a goodbye may wait. */
    void closeTls(Runnable close);
}
