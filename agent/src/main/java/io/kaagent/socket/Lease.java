package io.kaagent.socket;

import io.kaagent.pool.Origin;
import io.kaagent.tls.Finalization;
import io.kaagent.tls.JdkSocket;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * That an application's socket has a connection that must not be lost with it. Neither the raw socket nor its connection refers to
 * the {@code Socket}; only its wrapper and its streams do. So when the application drops them all, the garbage collector says so.
 */
final class Lease extends WeakReference<Socket> {
    private final Leases leases;
    private final Settings settings;
    private final Throwable opened;
    private RawSocket raw;
    private volatile Finalization finalization;

    Lease(Socket socket, Leases leases, Settings settings) {
        super(socket, leases.queue());
        this.leases = leases;
        this.settings = settings;
        this.opened = settings.leakDetection() ? new Throwable("opened here") : null;
    }

    /** Whose it is; once, at the beginning. */
    void of(RawSocket followed) {
        raw = followed;
    }

    /** It has a place in the pool: from now on we are told when the application drops its socket. */
    void begin() {
        leases.add(this);
        settings.lookAfter();
    }

    /** Closed, or none of ours any more: what becomes of it is the platform's business. */
    void end() {
        leases.remove(this);
    }

    /** The socket is one of TLS, or there is one over it: just made, the JVM finalizes it as soon as it has been dropped. */
    void isToBeFinalized(SSLSocket socket) {
        finalization = JdkSocket.finalization(socket);
    }

    /** That one is closed: there is nothing left for its finalizer to do, and much that waits for it (docs/adr/0030). */
    void cancelFinalization() {
        Finalization due = finalization;
        finalization = null;
        if (due != null) {
            due.cancel();
        }
    }

    RawSocket raw() {
        return raw;
    }

    /** The JDK has ended the TLS socket by itself: with what lies below it. */
    void closeAll() throws IOException {
        Socket owner = get();
        if (owner == null || owner instanceof SSLSocket) {
            raw.close();
        } else {
            owner.close();
        }
    }

    /** The application dropped it. */
    void leaked(Origin origin, boolean givenBack) {
        settings.leaked(origin, givenBack, opened);
    }
}
