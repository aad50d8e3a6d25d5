package io.kaagent.url;

import io.kaagent.tcp.TcpOptions;
import java.lang.ref.WeakReference;
import java.net.Socket;

/**
 * Whether the keepalive probes of a connection of the JDK's client pause. They do from the moment when a request waits for its answer that must
 * not be sent twice, until a request waits that may be, or somebody looks after the connection while none waits: so many such requests in a row
 * need no system call each.
 *
 * <p>Threading: {@link #goOnUnlessAwaited} any thread, the rest the connection's owner. The lock is held for one system call, which waits for
 * nothing.
 */
final class Probes {
    private volatile boolean awaited;

    /** By what they were set; null while they do not pause. */
    private TcpOptions paused;

    /** Weakly: it is the application's, who may drop it. */
    private WeakReference<Socket> socket;

    /** Before a request waits, for {@link #answered()}. True unless they did already. */
    synchronized boolean pause(TcpOptions options, Socket of) {
        awaited = true;
        if (paused != null) {
            return false;
        }
        socket = new WeakReference<Socket>(of);
        options.probe(of, false);
        paused = options;
        return true;
    }

    /** Before another request waits, which may be sent twice. */
    synchronized void goOn() {
        awaited = false;
        if (paused != null) {
            paused.probe(socket.get(), true);
            madeAnew();
        }
    }

    /** It has its answer, or will get none. */
    void answered() {
        if (awaited) {
            awaited = false;
        }
    }

    /** True if they do not pause any more. */
    synchronized boolean goOnUnlessAwaited() {
        if (paused != null && isClosed()) {
            madeAnew();
        } else if (!awaited) {
            goOn();
        }
        return paused == null;
    }

    /** There is another socket, whose probes do not pause. */
    synchronized void madeAnew() {
        paused = null;
        socket = null;
    }

    private boolean isClosed() {
        Socket of = socket.get();
        return of == null || of.isClosed();
    }
}
