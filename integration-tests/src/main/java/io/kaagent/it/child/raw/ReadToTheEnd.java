package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Clients that ask the server to close, and read until it has. */
final class ReadToTheEnd {
    private static final String[] KINDS = {
        "unknown&body=90", "body=30", "status=204", "body=0", "unknown&body=0", "status=304", "cookie", "unknown&cookie"
    };

    private ReadToTheEnd() {}

    /** What a client of HTTP/1.1 is told to do if it doesn't want to know about lengths. */
    static void askingToClose(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "body=" + visit.number() % 60, "Connection: close"));
    }

    static void askingInLowerCase(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "cookie", "User-Agent: Wget/1.5.3", "connection:close", "Accept: */*"));
    }

    static void ofUnknownLength(Visit visit) throws Exception {
        exchange(visit, visit.head("GET", "unknown&body=" + visit.number() % 200, "Connection: close"));
    }

    /** One server, all kinds of answers: what was learned from one must not spoil another. */
    static void ofAllKinds(Visit visit) throws Exception {
        kind(visit, visit.number() % KINDS.length);
    }

    /** The first of unknown length comes when others have been seen. */
    static void ofAllKindsButTheFirst(Visit visit) throws Exception {
        kind(visit, (visit.number() + 1) % KINDS.length);
    }

    private static void kind(Visit visit, int kind) throws Exception {
        String method = visit.number() % 5 == 4 ? "HEAD" : "GET";
        exchange(visit, visit.head(method, KINDS[kind], "Connection: close"));
    }

    /** The whole of HTTP/1.0 as most scripts knew it. */
    static void oldWithoutHost(Visit visit) throws Exception {
        exchange(visit, "GET " + visit.target("body=40") + " HTTP/1.0\r\n\r\n");
    }

    static void oldWithFields(Visit visit) throws Exception {
        exchange(
                visit,
                "GET " + visit.target("cookie") + " HTTP/1.0\r\nHost: " + Visit.HOST
                        + "\r\nUser-Agent: Mozilla/3.0 (compatible)\r\nAccept: text/html, */*\r\n\r\n");
    }

    static void oldOfUnknownLength(Visit visit) throws Exception {
        exchange(visit, "GET " + visit.target("unknown&body=70") + " HTTP/1.0\r\n\r\n");
    }

    /** HTTP/0.9. */
    static void simple(Visit visit) throws Exception {
        exchange(visit, "GET " + visit.target("") + "\r\n");
    }

    private static void exchange(Visit visit, String request) throws Exception {
        Socket socket = visit.socket();
        Look.at(visit, "before", socket);
        OutputStream out = socket.getOutputStream();
        out.write(Visit.ascii(request));
        out.flush();
        InputStream in = socket.getInputStream();
        visit.saw("answer", Reading.toEnd(in));
        visit.saw("again", in.read());
        visit.saw("available", in.available());
        Look.at(visit, "after", socket);
        in.close();
        out.close();
        socket.close();
        Look.at(visit, "closed", socket);
    }
}
