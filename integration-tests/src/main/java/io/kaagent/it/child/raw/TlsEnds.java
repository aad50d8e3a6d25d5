package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** How a TLS connection ends, with a goodbye and without. */
final class TlsEnds {
    private TlsEnds() {}

    static void cutByClose(Visit visit) throws Exception {
        cut(visit, visit.head("GET", "body=40&cut=10&by=close"));
    }

    static void cutByFin(Visit visit) throws Exception {
        cut(visit, visit.head("GET", "body=40&cut=10&by=fin"));
    }

    static void cutByReset(Visit visit) throws Exception {
        cut(visit, visit.head("GET", "body=40&cut=10&by=rst"));
    }

    static void cutAtTheEndByClose(Visit visit) throws Exception {
        cut(visit, visit.head("GET", "body=40&cut=0&by=close"));
    }

    static void cutAtTheEndByFin(Visit visit) throws Exception {
        cut(visit, visit.head("GET", "body=40&cut=0&by=fin"));
    }

    static void cutAtTheEndByReset(Visit visit) throws Exception {
        cut(visit, visit.head("GET", "body=40&cut=0&by=rst"));
    }

    /** Whether that was all there is only the goodbye could tell. */
    static void unknownLengthCutByFin(Visit visit) throws Exception {
        cut(visit, "GET " + visit.target("unknown&body=40&cut=10&by=fin") + " HTTP/1.0\r\n\r\n");
    }

    /** A TLS connection that does not take its socket along. What of it can still be read there is a matter of time. */
    static void leavesThePlainSocket(Visit visit) throws Exception {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket plain = new Socket(Visit.HOST, visit.port())) {
            SSLSocket socket = (SSLSocket) factory.createSocket(plain, Visit.HOST, visit.port(), false);
            ReadByLength.exchange(visit, socket);
            socket.close();
            Look.at(visit, "closed", socket);
            Look.at(visit, "left", plain);
        }
    }

    /** What lies below TLS is closed without TLS, between two requests. */
    static void closesThePlainSocket(Visit visit) throws Exception {
        try (Socket plain = new Socket(Visit.HOST, visit.port())) {
            SSLSocket socket = (SSLSocket) Transport.tls().createSocket(plain, Visit.HOST, visit.port(), true);
            ReadByLength.exchange(visit, socket);
            closePlain(visit, plain, socket, socket.getInputStream());
        }
    }

    /** And after the end of an answer to a request that wanted close. */
    static void closesThePlainSocketAtTheEnd(Visit visit) throws Exception {
        try (Socket plain = new Socket(Visit.HOST, visit.port())) {
            SSLSocket socket = (SSLSocket) Transport.tls().createSocket(plain, Visit.HOST, visit.port(), true);
            visit.write(socket, visit.head("GET", "body=40", "Connection: close"));
            InputStream in = socket.getInputStream();
            visit.saw("answer", Reading.toEnd(in));
            closePlain(visit, plain, socket, in);
        }
    }

    private static void closePlain(Visit visit, Socket plain, SSLSocket socket, InputStream in) throws Exception {
        plain.close();
        TlsLook.at(visit, "below", socket);
        WaysToClose.attempt(visit, "read", () -> in.read());
        WaysToClose.attempt(visit, "write", () -> TlsLooks.done(() -> visit.write(socket, "x")));
        WaysToClose.attempt(visit, "close", () -> TlsLooks.done(socket::close));
        Look.at(visit, "closed", socket);
        Look.at(visit, "closed below", plain);
    }

    static void shutsDownOutput(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            ReadByLength.exchange(visit, socket);
            socket.shutdownOutput();
            TlsLook.at(visit, "mute", socket);
            WaysToClose.attempt(visit, "write", () -> TlsLooks.done(() -> visit.write(socket, "x")));
            WaysToClose.attempt(visit, "handshake", () -> TlsLooks.done(() -> socket.startHandshake()));
            WaysToClose.attempt(visit, "end", () -> socket.getInputStream().read());
            WaysToClose.attempt(visit, "twice", () -> TlsLooks.done(() -> socket.shutdownOutput()));
        }
    }

    /** Without having heard a goodbye. */
    static void shutsDownInput(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            ReadByLength.exchange(visit, socket);
            WaysToClose.attempt(visit, "shut", () -> TlsLooks.done(() -> socket.shutdownInput()));
            TlsLook.at(visit, "deaf", socket);
            WaysToClose.attempt(visit, "read", () -> socket.getInputStream().read());
            WaysToClose.attempt(visit, "twice", () -> TlsLooks.done(() -> socket.shutdownInput()));
        }
    }

    /** Together they get all of it, in whatever order. */
    static void readByTwo(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.head("GET", "body=400"));
            visit.saw("head", Reading.head(in));
            AtomicInteger left = new AtomicInteger(400);
            FutureTask<Integer> other = new FutureTask<>(() -> sum(in, left));
            new Thread(other, "reader").start();
            visit.saw("sum", sum(in, left) + other.get());
            Look.at(visit, "after", socket);
        }
    }

    static void closesTheStreamWhileItIsRead(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        InputStream in = socket.getInputStream();
        visit.write(socket, visit.head("GET", "body=40"));
        visit.saw("head", Reading.head(in));
        visit.saw("part", Reading.exactly(in, 20));
        in.close();
        WaysToClose.attempt(visit, "rest", () -> in.read());
        TlsLook.at(visit, "closed", socket);
    }

    private static void cut(Visit visit, String request) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, request);
            visit.saw("head", Reading.head(in));
            visit.saw("part", Reading.exactly(in, 30));
            visit.signal();
            WaysToClose.attempt(visit, "rest", () -> new String(Reading.toEnd(in), "US-ASCII"));
            WaysToClose.attempt(visit, "again", () -> in.read());
            TlsLook.at(visit, "ended", socket);
            TlsLook.atSession(visit, "session", socket);
            WaysToClose.attempt(visit, "write", () -> TlsLooks.done(() -> visit.write(socket, "x")));
        }
    }

    /** Not by read(): the JDK's TLS stream keeps that one byte where another thread's overwrites it. */
    private static int sum(InputStream in, AtomicInteger left) throws Exception {
        int sum = 0;
        byte[] one = new byte[1];
        while (left.getAndDecrement() > 0) {
            sum += in.read(one) < 0 ? -1 : one[0];
        }
        return sum;
    }
}
