package io.kaagent.it.child.raw;

import java.net.Socket;

/** Requests that have to be read with care. */
final class OddRequests {
    private OddRequests() {}

    /** Close is one of several options. */
    static void closeAmongOthers(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "", "TE: trailers", "Connection: TE, close"));
    }

    static void closeAndKeepAlive(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "", "Keep-Alive: 300", "Connection: close", "X-Connection: keep-alive"));
    }

    static void foldedFields(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "", "User-Agent: a", "  (long story)", "Connection: close"));
    }

    static void bareLineFeeds(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "", "Connection: close").replace("\r\n", "\n"));
    }

    static void emptyLineFirst(Visit visit) throws Exception {
        closing(visit, "\r\n" + visit.head("GET", "", "Connection: close"));
    }

    static void methodInLowerCase(Visit visit) throws Exception {
        closing(visit, visit.head("get", "", "Connection: close"));
    }

    /** As to a proxy, from a client that speaks to it by hand. */
    static void wholeUrl(Visit visit) throws Exception {
        String target = "http://" + Visit.HOST + ":" + visit.port() + visit.target("");
        closing(visit, "GET " + target + " HTTP/1.1\r\nHost: " + Visit.HOST + "\r\nConnection: close\r\n\r\n");
    }

    static void proxyConnection(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "", "Proxy-Connection: close", "Connection: close"));
    }

    /** Becomes the connection's, not the request's. */
    static void credentialsOfNtlm(Visit visit) throws Exception {
        keeping(visit, visit.head("GET", "", "Authorization: NTLM TlRMTVNTUAABAAAAB4IIAA=="));
    }

    static void credentialsOfKerberos(Visit visit) throws Exception {
        keeping(visit, visit.head("GET", "", "Authorization: Negotiate YII="));
    }

    static void credentialsOfTheRequest(Visit visit) throws Exception {
        keeping(visit, visit.head("GET", "", "Authorization: Basic dXNlcjpwYXNz"));
    }

    static void largeField(Visit visit) throws Exception {
        keeping(visit, visit.head("GET", "", "Cookie: " + new String(new char[20_000]).replace('\0', 'c')));
    }

    /** Not HTTP; the server says so. */
    static void malformed(Visit visit) throws Exception {
        closing(visit, "GET " + visit.target("") + " HTTPS please\r\n\r\n");
    }

    private static void keeping(Visit visit, String request) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, request);
            ReadByLength.body(visit, socket.getInputStream());
        }
    }

    private static void closing(Visit visit, String request) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, request);
            visit.saw("answer", Reading.toEnd(socket.getInputStream()));
            Look.at(visit, "after", socket);
        }
    }
}
