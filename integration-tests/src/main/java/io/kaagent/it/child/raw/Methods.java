package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Requests other than a plain GET. */
final class Methods {
    private static final String FORM = "name=value&other=thing";
    private static final String FORM_FIELD = "Content-Type: application/x-www-form-urlencoded";

    private Methods() {}

    static void head(Visit visit) throws Exception {
        closing(visit, visit.head("HEAD", "body=500", "Connection: close"));
    }

    static void headKeepingAlive(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("HEAD", visit.number() % 2 == 0 ? "body=500" : "unknown"));
            visit.saw("head", Reading.head(socket.getInputStream()));
        }
    }

    static void post(Visit visit) throws Exception {
        keeping(visit, visit.head("POST", "", FORM_FIELD, "Content-Length: " + FORM.length()) + FORM);
    }

    static void postAskingToClose(Visit visit) throws Exception {
        String length = "Content-length: " + FORM.length();
        closing(visit, visit.head("POST", "", FORM_FIELD, length, "Connection: close") + FORM);
    }

    static void oldPost(Visit visit) throws Exception {
        String fields = "Content-Length: " + FORM.length() + "\r\n\r\n";
        closing(visit, "POST " + visit.target("") + " HTTP/1.0\r\n" + FORM_FIELD + "\r\n" + fields + FORM);
    }

    /** A line end more than the length says, as CGI programs wanted it. */
    static void postWithALineTooMany(Visit visit) throws Exception {
        keeping(visit, visit.head("POST", "", FORM_FIELD, "Content-Length: " + FORM.length()) + FORM + "\r\n");
    }

    static void postInChunks(Visit visit) throws Exception {
        String head = visit.head("POST", "", "Transfer-Encoding: chunked");
        keeping(visit, head + "5\r\nhello\r\n1;note=x\r\n,\r\n00A\r\n0123456789\r\n0\r\n\r\n");
    }

    /** Larger than what anybody would like to hold back. */
    static void postMuch(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(Visit.ascii(visit.head("POST", "", "Content-Length: 200000")));
            for (int i = 0; i < 20; i++) {
                out.write(new byte[10_000]);
            }
            ReadByLength.body(visit, socket.getInputStream());
        }
    }

    static void postAfterContinue(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.head("POST", "", "Content-Length: " + FORM.length(), "Expect: 100-continue"));
            visit.saw("go on", Reading.head(in));
            visit.write(socket, FORM);
            ReadByLength.body(visit, in);
        }
    }

    static void postAfterContinueAskingToClose(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            String length = "Content-Length: " + FORM.length();
            visit.write(socket, visit.head("POST", "", length, "Expect: 100-continue", "Connection: close"));
            visit.saw("go on", Reading.head(in));
            visit.write(socket, FORM);
            visit.saw("answer", Reading.toEnd(in));
        }
    }

    /** Asks to be told to go on, and doesn't wait for it. */
    static void postWithoutWaitingForContinue(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            String length = "Content-Length: " + FORM.length();
            visit.write(socket, visit.head("POST", "", length, "Expect: 100-continue") + FORM);
            visit.saw("go on", Reading.head(socket.getInputStream()));
            ReadByLength.body(visit, socket.getInputStream());
        }
    }

    static void put(Visit visit) throws Exception {
        keeping(visit, visit.head("PUT", "", "Content-Length: 4") + "file");
    }

    static void delete(Visit visit) throws Exception {
        closing(visit, visit.head("DELETE", "status=204", "Connection: close"));
    }

    static void options(Visit visit) throws Exception {
        keeping(visit, visit.head("OPTIONS", "body=0"));
    }

    static void propfind(Visit visit) throws Exception {
        closing(visit, visit.head("PROPFIND", "", "Depth: 1", "Content-Length: 0", "Connection: close"));
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
        }
    }
}
