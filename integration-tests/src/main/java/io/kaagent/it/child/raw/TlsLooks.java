package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.SSLSocket;

/** Clients that look at their TLS socket, and when. */
final class TlsLooks {
    private TlsLooks() {}

    static void allAlong(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            TlsLook.at(visit, "new", socket);
            socket.startHandshake();
            TlsLook.at(visit, "begun", socket);
            TlsLook.atSession(visit, "its session", socket);
            visit.write(socket, visit.head("GET", "body=30"));
            TlsLook.at(visit, "asked", socket);
            ReadByLength.body(visit, socket.getInputStream());
            TlsLook.at(visit, "answered", socket);
            TlsLook.atSession(visit, "its session", socket);
        }
    }

    /** To check the server's name before anything is said. */
    static void atTheSessionFirst(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            TlsLook.atSession(visit, "session", socket);
            ReadByLength.exchange(visit, socket);
        }
    }

    static void atTheSessionLast(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            visit.write(socket, visit.head("GET", "body=30", "Connection: close"));
            visit.saw("answer", Reading.toEnd(socket.getInputStream()));
            TlsLook.atSession(visit, "session", socket);
            TlsLook.at(visit, "ended", socket);
        }
    }

    static void afterClosing(Visit visit) throws Exception {
        SSLSocket socket = answered(visit);
        socket.close();
        TlsLook.at(visit, "closed", socket);
        TlsLook.atSession(visit, "session", socket);
        TlsLook.at(visit, "looked at", socket);
    }

    static void usesItAfterClosing(Visit visit) throws Exception {
        SSLSocket socket = answered(visit);
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        socket.close();
        WaysToClose.attempt(visit, "write", () -> done(() -> out.write(Visit.ascii(visit.head("GET", "late")))));
        WaysToClose.attempt(visit, "flush", () -> done(() -> out.flush()));
        WaysToClose.attempt(visit, "read", () -> in.read());
        WaysToClose.attempt(visit, "available", () -> in.available());
        WaysToClose.attempt(visit, "handshake", () -> done(() -> socket.startHandshake()));
        WaysToClose.attempt(visit, "in", () -> socket.getInputStream() == in);
        WaysToClose.attempt(visit, "out", () -> socket.getOutputStream() == out);
        WaysToClose.attempt(visit, "deaf", () -> done(() -> socket.shutdownInput()));
        WaysToClose.attempt(visit, "mute", () -> done(() -> socket.shutdownOutput()));
        WaysToClose.attempt(visit, "server", () -> done(() -> socket.setUseClientMode(false)));
        WaysToClose.attempt(visit, "protocol", () -> done(() -> socket.setEnabledProtocols(new String[] {"TLSv1.2"})));
        WaysToClose.attempt(visit, "patience", () -> done(() -> socket.setSoTimeout(10)));
        socket.close();
        TlsLook.at(visit, "closed", socket);
    }

    static void closedUnused(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        socket.close();
        TlsLook.at(visit, "closed", socket);
        TlsLook.atSession(visit, "session", socket);
        WaysToClose.attempt(visit, "handshake", () -> done(() -> socket.startHandshake()));
    }

    /** The rest of a record. */
    static void availableOnceRead(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.head("GET", "body=50"));
            visit.saw("byte", in.read());
            byte[] bytes = new byte[in.available()];
            visit.saw("available", bytes.length);
            visit.saw("read", in.read(bytes));
            visit.saw("bytes", bytes);
            visit.saw("left", in.available());
        }
    }

    static void invalidatesTheSession(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            ReadByLength.exchange(visit, socket);
            socket.getSession().invalidate();
            visit.saw("valid", socket.getSession().isValid());
            ReadByLength.exchange(visit.further("b"), socket);
        }
    }

    private static SSLSocket answered(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        ReadByLength.exchange(visit, socket);
        return socket;
    }

    /** Something that returns nothing. */
    interface Step {
        void make() throws Exception;
    }

    static String done(Step step) throws Exception {
        step.make();
        return "done";
    }
}
