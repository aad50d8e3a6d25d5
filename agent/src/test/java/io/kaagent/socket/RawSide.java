package io.kaagent.socket;

import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** Raw sockets on a pool, on a clock that stands still, with a server that is the test's. */
final class RawSide implements LimitsSource {
    static final String GET = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
    static final String GET_CLOSE = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    static final String GET_KEPT = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: keep-alive\r\n\r\n";
    static final String POST = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nform";
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    static final String OK_CLOSE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
    static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    static final InetSocketAddress ADDRESS = address();
    static final Origin ORIGIN = RawName.origin(ADDRESS, false);
    static final long MILLI = 1_000_000;

    /** Shortly before it overflows. */
    volatile long now = Long.MAX_VALUE - 1000;

    final FakeSettings settings = new FakeSettings();
    final FakeNet net = new FakeNet();
    final Pool pool = new Pool(this, () -> now);
    final Leases leases = new Leases();
    final RawPool home = new RawPool(pool, settings, () -> now, () -> new LooseWrapper(null));

    RawSide() {
        home.connecting(new Socket(), ADDRESS); // makes what all of them share
    }

    /** An application's socket, connected. */
    App connect() throws IOException {
        App app = socket();
        app.connect();
        return app;
    }

    /** One that has yet to connect. */
    App socket() {
        return socketOf(false);
    }

    /** @param created whether the platform has created its impl before */
    App socketOf(boolean created) {
        Socket owner = new Socket();
        Lease lease = new Lease(owner, leases, settings);
        FakeImpl made = new FakeImpl(net);
        return new App(this, owner, lease, home.raw(lease, made, created, false), made);
    }

    /** A socket on a connection that has carried an exchange before. */
    App reused() throws IOException {
        exchangeAndClose();
        App app = connect();
        if (app.isOnItsOwn()) {
            throw new AssertionError("not reused");
        }
        return app;
    }

    /** Leaves a free connection behind. */
    void exchangeAndClose() throws IOException {
        App app = connect();
        app.exchange(GET, OK);
        app.close();
    }

    /** What the server makes of close is known from now on, for this answer's kind. */
    void learn(String request, String answer) throws IOException {
        App app = connect();
        app.write(request);
        app.wire().send(answer);
        app.wire().end();
        app.readToEnd();
        app.close();
    }

    int busy() {
        return pool.snapshot().busy();
    }

    int free() {
        return pool.snapshot().free();
    }

    @Override
    public Limits of(Origin origin) {
        return Limits.builder().build();
    }

    @Override
    public int maxTotalSockets() {
        return Limits.INFINITY;
    }

    private static InetSocketAddress address() {
        try {
            return new InetSocketAddress(InetAddress.getByAddress("origin.test", new byte[] {127, 0, 0, 1}), 80);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
