package io.kaagent.url;

import io.kaagent.tcp.TcpOptions;
import java.net.Socket;

/**
 * Whether the keepalive probes of a connection of the JDK's client pause. They do from the moment when a request waits for its answer that must
 * not be sent twice until a request waits that may be, or somebody looks after the connection while it is free: so they need no system call
 * for each of many such requests in a row.
 *
 * <p>Threading: any thread. Its lock is held for one system call, which waits for nothing.
 */
final class Probes {
    /** By what they were set; null while they do not pause. */
    private TcpOptions paused;

    synchronized void pause(TcpOptions options, Socket socket) {
        if (paused == null) {
            options.probe(socket, false);
            paused = options;
        }
    }

    synchronized void goOn(Socket socket) {
        if (paused != null) {
            paused.probe(socket, true);
            paused = null;
        }
    }

    /** Looks after it: who takes it meanwhile decides after this. */
    synchronized void goOnIfFree(PooledClient pooled) {
        Socket socket = paused == null ? null : pooled.freeSocket();
        if (socket != null) {
            goOn(socket);
        }
    }

    /** Another socket, whose probes do not pause. */
    synchronized void madeAnew() {
        paused = null;
    }
}
