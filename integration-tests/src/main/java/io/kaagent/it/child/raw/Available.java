package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.net.Socket;

/** Clients that look before they read. */
final class Available {
    private Available() {}

    /** All of a small answer comes at once, or so it seems to those who test on their own machine. */
    static void thenOneRead(Visit visit) throws Exception {
        once(visit, visit.head("GET", "body=50", "Connection: close"));
    }

    static void thenOneReadKeepingAlive(Visit visit) throws Exception {
        once(visit, visit.head("GET", "body=50"));
    }

    static void untilTheBodyIsThere(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.head("GET", "body=3000"));
            String head = Reading.head(in);
            await(in, Reading.length(head));
            visit.saw("head", head);
            visit.saw("available", in.available());
            visit.saw("body", Reading.exactly(in, Reading.length(head)));
            visit.saw("left", in.available());
        }
    }

    /** Is there anything left over from before? Among others that don't look. */
    static void beforeAsking(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            if (visit.number() % 2 == 1) {
                visit.saw("at first", socket.getInputStream().available());
            }
            visit.write(socket, visit.head("GET", "body=14"));
            ReadByLength.body(visit, socket.getInputStream());
        }
    }

    /** Reads whenever there is something, until all is there. */
    static void polled(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.head("GET", "body=200", "Connection: close"));
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0 || text.length() - text.indexOf("\r\n\r\n") - 4 < 200) {
                await(in, 1);
                byte[] bytes = new byte[in.available()];
                text.append(new String(bytes, 0, in.read(bytes), "US-ASCII"));
            }
            visit.saw("text", text);
            visit.saw("end", in.read());
            visit.saw("available", in.available());
        }
    }

    private static void once(Visit visit, String request) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, request);
            await(in, 1);
            visit.saw("available", in.available());
            byte[] bytes = new byte[2_000];
            visit.saw("read", in.read(bytes));
            visit.saw("bytes", new String(bytes, "US-ASCII").trim());
        }
    }

    private static void await(InputStream in, int count) throws Exception {
        while (in.available() < count) {
            Thread.yield();
        }
    }
}
