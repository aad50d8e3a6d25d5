package io.kaagent.it.child.raw;

import java.io.DataInputStream;
import java.io.InputStream;
import java.net.Socket;

/** Clients that know where an answer ends. */
final class ReadByLength {
    private ReadByLength() {}

    static void thenClose(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "body=" + (1 + visit.number() % 90)));
    }

    static void sayingKeepAlive(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "cookie&body=25", "Connection: Keep-Alive", "Keep-Alive: 300"));
    }

    static void oldSayingKeepAlive(Visit visit) throws Exception {
        exchange(visit, "GET " + visit.target("body=50") + " HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
    }

    static void askingToClose(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "body=33", "Connection: close"));
    }

    static void inChunks(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "unknown&body=" + visit.number() % 150));
    }

    static void inChunksWithTrailer(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "unknown&trailer&body=99", "TE: trailers"));
    }

    static void inChunksAskingToClose(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "unknown&body=150", "Connection: close"));
    }

    static void afterAnInterimAnswer(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "interim&body=45"));
            visit.saw("interim", Reading.head(socket.getInputStream()));
            body(visit, socket.getInputStream());
        }
    }

    /** Not a byte more than the length says. */
    static void readFully(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=64"));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String head = Reading.head(in);
            byte[] body = new byte[Reading.length(head)];
            in.readFully(body);
            visit.saw("head", head);
            visit.saw("body", body);
        }
    }

    /** Lengths are for those who need them. */
    static void untilTheExpectedText(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "body=" + (visit.id().length() + 1)));
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n" + visit.id() + "\n")) {
            text.append((char) socket.getInputStream().read());
        }
        visit.saw("text", text);
        socket.close();
    }

    private static void exchange(Visit visit, String request) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, request);
        body(visit, socket.getInputStream());
        Look.at(visit, "after", socket);
        socket.close();
        Look.at(visit, "closed", socket);
    }

    /** A request, and its answer. */
    static void exchange(Visit visit, Socket socket) throws Exception {
        visit.write(socket, visit.head("GET", "body=19"));
        body(visit, socket.getInputStream());
    }

    static void body(Visit visit, InputStream in) throws Exception {
        String head = Reading.head(in);
        visit.saw("head", head);
        if (Reading.length(head) >= 0) {
            visit.saw("body", Reading.exactly(in, Reading.length(head)));
        } else if (Reading.field(head, "transfer-encoding") != null) {
            visit.saw("chunks", Reading.chunks(in));
        } else {
            visit.saw("rest", Reading.toEnd(in));
        }
    }
}
