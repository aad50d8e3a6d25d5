package io.kaagent.observe;

import io.kaagent.config.CloseHeader;
import io.kaagent.config.TlsIdentity;
import java.net.InetAddress;

/**
 * One connection of the application, from its opening to its closing. Does not refer to its socket.
 *
 * <p>Threading: any thread; one may write while another one reads. Under its lock that of its origin is taken, never the other way round.
 */
final class ObservedConnection {
    /** What of an answer that a raw socket leaves unread may have arrived, and would have been taken. */
    private static final int ARRIVED = 65536;

    private final long began;
    private ObservedOrigin origin;
    private boolean ofJdk;
    private InetAddress address;
    private Identity identity;
    private Exchanges exchanges;
    private long tls;
    private boolean secure;
    private boolean closed;

    ObservedConnection(long now) {
        this.began = now;
    }

    /**
     * @param byJdk whether a client of the JDK has opened it
     * @param stack null if nobody looks at it
     */
    synchronized void opened(ObservedOrigin at, boolean byJdk, InetAddress to, StackTraceElement[] stack, long now) {
        origin = at;
        exchanges = new Exchanges();
        ofJdk = byJdk;
        address = byJdk ? null : to;
        synchronized (at) {
            at.opened(now - began);
            if (stack != null) {
                at.openers.add(stack);
            }
        }
    }

    synchronized boolean isOpen() {
        return origin != null && !closed;
    }

    synchronized boolean isSecure() {
        return secure;
    }

    /** Whether contexts that are proved to be the same would have been; otherwise only the same object. */
    synchronized boolean isProved() {
        return origin == null || origin.options().tlsIdentity() == TlsIdentity.PROVED;
    }

    /** TLS begins here: what went over the connection so far was a handshake, or a proxy's affair. */
    synchronized void secured(long fingerprint) {
        if (!secure && isOpen()) {
            secure = true;
            tls = fingerprint;
            exchanges = new Exchanges();
            synchronized (origin) {
                origin.secured();
            }
        }
    }

    synchronized void written(byte[] bytes, int from, int to, long now) {
        if (isOpen() && exchanges.written(bytes, from, to)) {
            synchronized (origin) {
                origin.requests++;
                if (identity == null) {
                    identity = new Identity(ofJdk, address, tls);
                    origin.taken(identity, unpooled(), ofJdk || exchanges.isRepeatable(), now);
                }
            }
        }
    }

    /** @param to below {@code from} at the end of the stream */
    synchronized void read(byte[] bytes, int from, int to) {
        if (isOpen()) {
            if (to < from) {
                exchanges.inputEnded();
            } else {
                exchanges.read(bytes, from, to);
            }
        }
    }

    synchronized void outputEnds() {
        if (isOpen() && !secure) {
            exchanges.outputEnded(); // TLS ends it in the course of closing
        }
    }

    /** @param dropped whether nobody closed it */
    synchronized void closed(boolean dropped, long now) {
        if (!isOpen()) {
            return;
        }
        closed = true;
        synchronized (origin) {
            Cause cause = dropped ? Cause.DROPPED : verdict();
            if (identity == null) {
                origin.closedUnused(cause);
            } else {
                origin.closed(identity, cause, exchanges.hint(), now);
            }
        }
    }

    private Cause unpooled() {
        return origin.isMixed() ? Cause.UNFOLLOWED : origin.keeps(ofJdk, secure) ? null : Cause.OFF;
    }

    private Cause verdict() {
        boolean rewrites = origin.options().closeHeader() == CloseHeader.REWRITE;
        Cause cause = exchanges.verdict(rewrites, ofJdk ? origin.options().drainBytes() : ARRIVED);
        if (cause == null && exchanges.wantedClose() && !origin.hasLearned(ofJdk)) {
            return Cause.CLIENT_CLOSE;
        }
        return cause;
    }
}
