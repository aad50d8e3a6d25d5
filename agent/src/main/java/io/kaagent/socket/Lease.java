package io.kaagent.socket;

import java.lang.ref.WeakReference;
import java.net.Socket;

/**
 * That an application's socket has a connection that must not be lost with it. Neither the raw socket nor its connection refers to
 * the {@code Socket}; only its wrapper and its streams do. So when the application drops them all, the garbage collector says so.
 */
final class Lease extends WeakReference<Socket> {
    private final Leases leases;
    private final Throwable opened;
    private volatile RawSocket raw;

    Lease(Socket socket, Leases leases, Throwable opened) {
        super(socket, leases.queue());
        this.leases = leases;
        this.opened = opened;
    }

    /** From now on it is told when the application drops its socket. */
    void begin(RawSocket followed) {
        raw = followed;
        leases.add(this);
    }

    /** Closed, or none of ours any more: what becomes of it is the platform's business. */
    void end() {
        leases.remove(this);
    }

    /** Null if it has not begun. */
    RawSocket raw() {
        return raw;
    }

    /** Where it was opened; null without leak detection. */
    Throwable opened() {
        return opened;
    }
}
