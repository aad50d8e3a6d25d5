package io.kaagent.url;

import io.kaagent.tcp.TcpOptions;
import java.lang.ref.WeakReference;
import java.net.Socket;

/**
 * Whether the keepalive probes of a connection of the JDK's client pause. They do from the moment when a request waits for its answer that must
 * not be sent twice, until a request waits that may be, or somebody looks after the connection while none waits: so many such requests in a row
 * need no system call each.
 *
 * <p>Threading: any thread. The lock is held for one system call, which waits for nothing.
 */
final class Probes {
    /** By what they were set; null while they do not pause. */
    private TcpOptions paused;

    /** Weakly: it is the application's, who may drop it. */
    private WeakReference<Socket> socket;

    /** By who owns the connection, before its request waits. True unless they did already. */
    synchronized boolean pause(TcpOptions options, Socket of) {
        if (paused != null) {
            return false;
        }
        options.probe(of, false);
        paused = options;
        socket = new WeakReference<Socket>(of);
        return true;
    }

    /** Likewise. */
    synchronized void goOn() {
        if (paused != null) {
            paused.probe(socket.get(), true);
            madeAnew();
        }
    }

    /** By any thread; the owner's next request decides after this. True if they do not pause any more. */
    synchronized boolean goOnUnlessAwaited(PooledClient pooled) {
        if (paused != null && (isClosed() || !mayAwaitAnswer(pooled))) {
            goOn();
        }
        return paused == null;
    }

    /** There is another socket, whose probes do not pause. */
    synchronized void madeAnew() {
        paused = null;
        socket = null;
    }

    /** It is neither free nor is its answer being read. */
    private static boolean mayAwaitAnswer(PooledClient pooled) {
        return pooled.client() == null && pooled.exchange().answer() == null;
    }

    private boolean isClosed() {
        Socket of = socket.get();
        return of == null || of.isClosed();
    }
}
