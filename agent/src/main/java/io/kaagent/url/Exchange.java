package io.kaagent.url;

import io.kaagent.pool.Hint;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where one request and its response stand: taken, written, answered. A connection may only go back once the caller who has it has
 * been answered; a give-back at any other moment comes from somebody who no longer owns it, and is ignored.
 *
 * <p>Also collects what decides whether the connection may be shared: a connection that carried NTLM or Negotiate is authenticated
 * as its user for good.
 *
 * <p>Threading: written by the thread that runs the request; given back perhaps by another (the JDK's cleaner), hence
 * atomic and volatile.
 */
final class Exchange {
    private static final int TAKEN = 0;
    private static final int WRITTEN = 1;
    private static final int ANSWERED = 2;

    private final AtomicInteger state = new AtomicInteger(TAKEN);
    private volatile Hint hint = Hint.NONE;
    private volatile boolean boundToUser;

    void taken() {
        state.set(TAKEN);
        hint = Hint.NONE;
    }

    void written(Object headers) {
        state.set(WRITTEN);
        if (BoundToUser.isBound(headers)) {
            boundToUser = true;
        }
    }

    void answered(Object headers) {
        String keepAlive = JdkClient.header(headers, "Keep-Alive");
        hint = keepAlive == null ? Hint.NONE : Hint.parse(keepAlive);
        state.set(ANSWERED);
    }

    /** True once for each answer: an exchange can't be over a second time. */
    boolean over() {
        return state.compareAndSet(ANSWERED, TAKEN);
    }

    boolean mayBeShared() {
        return !boundToUser;
    }

    Hint hint() {
        return hint;
    }
}
