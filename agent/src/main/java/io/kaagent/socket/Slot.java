package io.kaagent.socket;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Name;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;

/**
 * The place that a raw socket's connection has in the pool, if it has one. As long as it has, we are told when the application drops
 * its socket. Any thread; it is left once.
 */
final class Slot {
    private final Pool pool;
    private final Lease lease;
    private volatile Connection held;
    private volatile boolean left;
    private volatile long handshakeNanos = -1;

    Slot(Pool pool, Lease lease) {
        this.pool = pool;
        this.lease = lease;
    }

    boolean isHeld() {
        return held != null;
    }

    /** It was reserved before connecting. */
    void took(Connection connection) {
        held = connection;
        lease.begin();
        tellHandshake();
        leaveIfLate();
    }

    /** It is open already, and counts from now on. */
    void adopt(Name name, RawConnection open) {
        if (held == null && !left) {
            Connection adopted = pool.adopt(name, open, open.connectNanos());
            if (adopted != null) {
                took(adopted);
            }
        }
    }

    /** Another connection has taken the place of the one that was there. */
    void reopened(RawConnection open) {
        Connection connection = held;
        if (connection != null) {
            pool.reopened(connection, open);
        }
    }

    /** A request is about to be sent, once more perhaps. */
    void asked(boolean again) {
        Connection connection = held;
        if (connection != null) {
            connection.asked();
            if (again) {
                pool.accounting().resent(connection);
            }
        }
    }

    /** Its TLS handshake is over; it may have been before it had a place here. */
    void handshaken(long nanos) {
        handshakeNanos = nanos;
        tellHandshake();
    }

    /** Its owner has dropped it. */
    void leaked() {
        Connection connection = held;
        if (connection != null) {
            pool.accounting().leaked(connection);
        }
    }

    /** The connection ends, or is none of the pool's business any more. */
    void leave(Reason reason) {
        left = true;
        lease.end();
        Connection connection = held;
        held = null;
        if (connection != null) {
            pool.gone(connection, reason);
        }
    }

    /** Rules 14-19. False if it had been left before: nobody else may use the connection. */
    boolean giveBack(Hint hint) {
        left = true;
        lease.end();
        Connection connection = held;
        held = null;
        return connection != null && pool.give(connection, true, hint) != Fate.IGNORED;
    }

    /** Somebody else may have it, and its owner another one that has no place yet. False as {@link #giveBack}. */
    boolean putBack() {
        lease.end();
        Connection connection = held;
        held = null;
        return connection != null && pool.give(connection, true, Hint.NONE) != Fate.IGNORED;
    }

    /** The connection is of no use to anybody; its owner gets another one that has no place yet. */
    void drop() {
        lease.end();
        Connection connection = held;
        held = null;
        if (connection != null) {
            pool.gone(connection, Reason.NOT_REUSABLE);
        }
    }

    /** Its name was not the right one. */
    void rename(Name name) {
        Connection connection = held;
        if (connection != null && !connection.name().equals(name)) {
            held = pool.rename(connection, name);
            leaveIfLate();
        }
    }

    private void tellHandshake() {
        Connection connection = held;
        long nanos = handshakeNanos;
        if (connection != null && nanos >= 0) {
            handshakeNanos = -1;
            pool.accounting().handshaken(connection, nanos);
        }
    }

    /** By a thread that closed the socket meanwhile, and found nothing here to leave. */
    private void leaveIfLate() {
        if (left) {
            leave(Reason.CLOSED_BY_OWNER);
        }
    }
}
