package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.config.TlsIdentity;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/**
 * What one owner does with a connection, from connecting to closing.
 *
 * <p>Threading: any thread. Neither the lock of reading nor that of writing is waited for to close. Whoever closes while nobody reads or
 * writes finds both free, and what stands in the framing is then certain.
 */
final class Session {
    private final RawPool home;
    private final Talk talk;
    private final Link link;
    private final OwnersOptions options;
    private final OneSided oneSided;
    private final Departure departure;
    private final Lease lease;
    private final Flow flow;
    private final Closing closing = new Closing();
    private InetSocketAddress address;

    /** @param made what the application's socket came with */
    Session(RawPool home, Lease lease, Origin origin, OriginOptions options, Made made) {
        ReentrantLock reading = new ReentrantLock();
        ReentrantLock writing = new ReentrantLock();
        this.home = home;
        this.talk = new Talk(home.settings());
        this.lease = lease;
        this.link = new Link(home, talk, lease, home.origins().of(origin), options, reading, made);
        this.options = new OwnersOptions(home, link, talk);
        Outgoing outgoing = new Outgoing(link, talk);
        Incoming incoming = new Incoming(link, talk, new Source(link, talk, outgoing, writing));
        this.oneSided = new OneSided(link, talk, this.options, outgoing, writing);
        boolean opaque = options.protocol() == Protocol.OPAQUE;
        this.departure = new Departure(home, opaque, talk, link, this.options, outgoing, incoming, reading, writing);
        SecuredFlow secured = new SecuredFlow(home, lease, talk, link, outgoing, incoming, closing, reading, writing);
        this.flow = new Flow(home, talk, link, outgoing, incoming, departure, secured, reading, writing);
        if (opaque) {
            talk.turnOpaque();
        }
    }

    /**
     * The socket is one of TLS, or will be: the JDK's own, which has not begun yet.
     *
     * @param layered whether it is being made over a socket that is connected, and has no settings of its own so far
     */
    void secure(SSLSocket socket, OriginOptions options, boolean layered) {
        lease.isToBeFinalized(socket);
        boolean proved = options.tlsIdentity() == TlsIdentity.PROVED;
        TlsSettings atFirst = layered ? null : TlsSettings.of(socket, proved, null);
        link.secure(new Secured(link, talk, socket, proved, atFirst, new OwnHandshake(home, link)));
    }

    /** The same over a connection that is there. False if it can't be followed. */
    boolean layer(SSLSocket socket, OriginOptions options) throws IOException {
        if (link.secured() != null) {
            link.secured().declineUnlessBegun(); // there is one already
            return false;
        }
        boolean follows = !flow.hasBegun();
        if (follows) {
            secure(socket, options, true);
        }
        return follows;
    }

    /** Null without TLS. */
    Secured secured() {
        return link.secured();
    }

    /** What the owner reads and writes. */
    Flow flow() {
        return flow;
    }

    Lease lease() {
        return lease;
    }

    /** What lies below TLS. */
    Passage below() {
        Secured tls = link.secured();
        return tls == null ? flow : tls.custody().below();
    }

    Origin origin() {
        return link.memory().origin();
    }

    void connect(InetSocketAddress address, int timeout) throws IOException {
        this.address = address;
        link.acquisition().connect(address, timeout);
    }

    /** Whether the owner has a connection. */
    boolean isConnected() {
        return link.current() != null && !departure.isBack();
    }

    /** What the platform has for the socket; null before it is connected. */
    SocketImpl impl() {
        if (departure.isBack()) {
            return home.closedImpl();
        }
        RawConnection current = link.current();
        return current == null ? null : current.impl;
    }

    InetSocketAddress address() {
        return address;
    }

    int localPort() {
        return departure.isBack() ? departure.localPort() : home.calls().getLocalPort(impl());
    }

    /** Not while the connection is given back: an option set in that moment would be the next owner's. */
    void setOption(int option, Object value) throws SocketException {
        synchronized (options) {
            if (departure.isBack()) {
                home.closedImpl().setOption(option, value);
            } else {
                options.set(option, value);
            }
        }
    }

    <T> void setOption(SocketOption<T> option, T value) throws IOException {
        synchronized (options) {
            if (departure.isBack()) {
                home.calls().setOption(home.closedImpl(), option, value);
            } else {
                options.set(option, value);
            }
        }
    }

    /** To look at, not to set. */
    OwnersOptions options() {
        return options;
    }

    OneSided oneSided() {
        return oneSided;
    }

    void close() throws IOException {
        flow.close();
        if (link.current() == null || link.secured() != null) {
            end();
        } else {
            departure.closed();
        }
    }

    /** Where there is TLS its socket has seen to what can be given back. */
    private void end() throws IOException {
        if (!departure.isBack()) {
            link.end(Reason.CLOSED_BY_OWNER);
        }
    }

    /**
     * The owner is about to close its TLS socket; several threads may be. The first one decides what becomes of the connection, before any
     * of them goes on into the JDK: one that was there already could be saying goodbye on it.
     */
    void closing() {
        Secured tls = link.secured();
        boolean ends = closing.enter();
        try {
            ends = ends && !left(tls);
            if (ends) {
                link.isClosing();
                tls.leaveUnused();
                tls.endWithOwner();
            }
        } finally {
            closing.leave();
        }
        if (ends) {
            departure.says(); // which may have to wait for the peer: others may close meanwhile
        }
    }

    /** True if its connection is not in the TLS socket any more, but back. */
    private boolean left(Secured tls) {
        return flow.isClosed() || departure.isBack() || link.current() == null || departure.left(tls);
    }

    /** Whether the connection is back, and the JDK closes a socket that has none. */
    boolean isLeaving() {
        return link.secured() != null && departure.isBack() && !flow.isClosed();
    }

    /** Whether the owner's TLS has seen the end of a connection that is not its own any more. */
    boolean hasSeenAnEnd() {
        return link.secured() != null && link.secured().custody().hasSeenAnEnd();
    }

    /** The owner ends its input; or what lies below its TLS is ended, and of no use to another one. */
    void inputEnds() throws IOException {
        if (link.secured() == null) {
            oneSided.begins();
        } else {
            talk.spoil();
        }
    }

    /** The same of the output. True if that is done already. */
    boolean outputEnds() throws IOException {
        if (link.secured() == null) {
            return oneSided.outputEnds();
        }
        talk.spoil();
        return false;
    }

    /** Whether the socket is closed, and the JDK has the say. */
    boolean isOver() {
        return flow.isClosed();
    }

    /** Nobody has the socket any more. True if the connection was not lost with it. */
    boolean dropped() {
        flow.close();
        return departure.dropped();
    }
}
