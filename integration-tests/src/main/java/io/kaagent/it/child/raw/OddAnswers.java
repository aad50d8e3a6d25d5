package io.kaagent.it.child.raw;

import java.net.Socket;

/** Answers that are large, or spelled otherwise. */
final class OddAnswers {
    private OddAnswers() {}

    static void megabyteToTheEnd(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "body=1000000", "Connection: close"));
    }

    static void megabyteOfUnknownLength(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "unknown&body=1000000", "Connection: close"));
    }

    static void megabyteByLength(Visit visit) throws Exception {
        keeping(visit, visit.head("GET", "body=1000000"));
    }

    static void megabyteInChunks(Visit visit) throws Exception {
        keeping(visit, visit.head("GET", "unknown&body=1000000"));
    }

    static void largeField(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "large=8000", "Connection: close"));
    }

    static void hugeField(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "large=90000", "Connection: close"));
    }

    static void bareLineFeeds(Visit visit) throws Exception {
        closing(visit, visit.head("GET", "lf", "Connection: close"));
    }

    static void bareLineFeedsKeepingAlive(Visit visit) throws Exception {
        keeping(visit, visit.head("GET", "lf"));
    }

    static void noContent(Visit visit) throws Exception {
        headOnly(visit, visit.head("GET", "status=204"));
    }

    static void notModified(Visit visit) throws Exception {
        headOnly(visit, visit.head("GET", "status=304", "If-None-Match: \"x\""));
    }

    private static void headOnly(Visit visit, String request) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, request);
            visit.saw("head", Reading.head(socket.getInputStream()));
            visit.saw("available", socket.getInputStream().available());
        }
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
