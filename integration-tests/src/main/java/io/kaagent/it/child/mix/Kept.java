package io.kaagent.it.child.mix;

import java.net.HttpURLConnection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Connections that an application does not drop, though it has done with them, but disconnects some time later.
 *
 * <p>On JDK 8, 11 and 17 a response that was dropped is closed when it is finalized, which may give its connection back, to be used again. But what
 * is below was dropped with it: a TLS socket, on JDK 8 any socket, is finalized as well, and that closes it, also in the hands of its next user. With
 * the agent or without, somebody's request ends so from time to time, and not the same one twice. Also, that close may leave a lock behind, on which
 * the thread of the JDK's that empties bodies waits for ever.
 */
public enum Kept {
    NONE,
    /** Those of TLS. */
    SECURE,
    ALL;

    private final Queue<HttpURLConnection> connections = new ConcurrentLinkedQueue<>();

    void add(Case request, HttpURLConnection connection) {
        if (this == ALL || this == SECURE && request.secure) {
            connections.add(connection);
        }
    }

    void disconnect() {
        for (HttpURLConnection c = connections.poll(); c != null; c = connections.poll()) {
            c.disconnect();
        }
    }
}
