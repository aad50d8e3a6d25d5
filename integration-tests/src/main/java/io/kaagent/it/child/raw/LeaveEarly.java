package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** Clients that don't wait for the end. */
final class LeaveEarly {
    private LeaveEarly() {}

    static void afterTheStatusLine(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=400", "Connection: close"));
            visit.saw("status", Reading.line(socket.getInputStream()));
        }
    }

    static void afterAPartOfTheBody(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=400"));
            visit.saw("head", Reading.head(socket.getInputStream()));
            visit.saw("part", Reading.exactly(socket.getInputStream(), 100));
        }
    }

    /** Of an answer that is still coming. */
    static void afterAPartOfMuch(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "unknown&body=1000000", "Connection: close"));
            visit.saw("part", Reading.exactly(socket.getInputStream(), 1000));
        }
    }

    static void withoutReading(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("POST", "", "Content-Length: 3") + "log");
        }
    }

    static void inTheMiddleOfTheRequest(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, "GET " + visit.target("") + " HTTP/1.1\r\nHost: ");
        }
    }

    /** The garbage collector will see to it. */
    @SuppressWarnings("resource")
    static void neverClosed(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "body=27"));
        ReadByLength.body(visit, socket.getInputStream());
    }

    /** Is there a server? */
    static void withoutAWord(Visit visit) throws Exception {
        Socket socket = visit.socket();
        Look.at(visit, "there", socket);
        socket.close();
    }

    /** Now and then among clients that do say something. */
    static void withoutAWordAmongOthers(Visit visit) throws Exception {
        if (visit.number() % 2 == 0) {
            ReadByLength.thenClose(visit);
        } else {
            withoutAWord(visit);
        }
    }

    /** Listens first, among others that don't: the server might have had a greeting. */
    static void listeningFirst(Visit visit) throws Exception {
        if (visit.number() % 2 == 0) {
            ReadByLength.thenClose(visit);
            return;
        }
        try (Socket socket = visit.socket()) {
            if (socket instanceof SSLSocket) {
                ((SSLSocket) socket).startHandshake(); // so that it is not cut short by the time-out
            }
            InputStream in = socket.getInputStream();
            visit.saw("available", in.available());
            socket.setSoTimeout(10);
            try {
                visit.saw("greeting", in.read());
            } catch (Exception e) {
                visit.threw("silence", e);
            }
            socket.setSoTimeout(0);
            visit.write(socket, visit.head("GET", "body=12"));
            ReadByLength.body(visit, in);
        }
    }
}
