package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.SSLSocket;

/** The handshake asked for by the client, heard of, and asked for by the server: a renegotiation in TLS 1.2, new keys in TLS 1.3. */
final class TlsHandshakes {
    private static final int PATIENCE = 20;

    private TlsHandshakes() {}

    static void first(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            socket.startHandshake();
            ReadByLength.exchange(visit, socket);
        }
    }

    static void heardOf(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            BlockingQueue<HandshakeCompletedEvent> events = new LinkedBlockingQueue<>();
            socket.addHandshakeCompletedListener(events::add);
            ReadByLength.exchange(visit, socket);
            hear(visit, socket, events);
            visit.saw("again", events.size());
        }
    }

    /** Some do, some don't. */
    static void heardOfAtFirst(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            BlockingQueue<HandshakeCompletedEvent> events = new LinkedBlockingQueue<>();
            if (visit.number() % 2 == 1) {
                socket.addHandshakeCompletedListener(events::add);
            }
            socket.startHandshake();
            if (visit.number() % 2 == 1) {
                hear(visit, socket, events);
            }
            ReadByLength.exchange(visit, socket);
            visit.saw("again", events.size());
        }
    }

    static void twice(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            socket.startHandshake();
            socket.startHandshake();
            ReadByLength.exchange(visit, socket);
            TlsLook.atSession(visit, "session", socket);
        }
    }

    static void afterAnExchange(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            ReadByLength.exchange(visit, socket);
            socket.startHandshake();
            TlsLook.atSession(visit, "session", socket);
            Visit second = visit.further("b");
            ReadByLength.exchange(second, socket);
            visit.saw("second", second.line());
        }
    }

    static void byTheServerBefore(Visit visit) throws Exception {
        asked(visit, "rehandshake=before&body=30");
    }

    static void byTheServerAmid(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.head("GET", "rehandshake=amid&body=30&pause=10"));
            visit.saw("head", Reading.head(in));
            visit.signal();
            visit.saw("body", Reading.exactly(in, 30));
        }
    }

    /** Which the client has no reason to read. */
    static void byTheServerAfter(Visit visit) throws Exception {
        asked(visit, "rehandshake=after&body=30");
    }

    private static void asked(Visit visit, String query) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            visit.write(socket, visit.head("GET", query));
            ReadByLength.body(visit, socket.getInputStream());
            Look.at(visit, "after", socket);
        }
    }

    private static void hear(Visit visit, SSLSocket socket, BlockingQueue<HandshakeCompletedEvent> events)
            throws Exception {
        HandshakeCompletedEvent event = events.poll(PATIENCE, TimeUnit.SECONDS);
        visit.saw("of this socket", event.getSocket() == socket);
        visit.saw("of its session", event.getSession() == socket.getSession());
        visit.saw("suite", event.getCipherSuite());
        visit.saw("peer", event.getPeerPrincipal());
    }
}
