package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.net.Socket;

/** Clients that know what a kept connection is good for. */
final class SeveralRequests {
    private SeveralRequests() {}

    static void oneAfterTheOther(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            for (String suffix : new String[] {"a", "b"}) {
                visit.write(socket, visit.further(suffix).head("GET", "unknown&body=70"));
                ReadByLength.body(visit, socket.getInputStream());
            }
        }
    }

    static void theLastAskingToClose(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.further("a").head("GET", "body=15"));
            ReadByLength.body(visit, socket.getInputStream());
            visit.write(socket, visit.further("b").head("POST", "", "Content-Length: 1", "Connection: close") + "x");
            visit.saw("last", Reading.toEnd(socket.getInputStream()));
        }
    }

    /** All of one size, so that they need not be told apart. */
    static void pipelined(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, pipeline(visit));
            for (int i = 0; i < 3; i++) {
                ReadByLength.body(visit, socket.getInputStream());
            }
        }
    }

    static void pipelinedAskingToClose(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, pipeline(visit) + visit.further("d").head("GET", "", "Connection: close"));
            visit.saw("answers", Reading.toEnd(socket.getInputStream()));
        }
    }

    /** The next request is on its way before the answer to the last one has been read. */
    static void overlapping(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.further("a").head("GET", "body=30"));
            String head = Reading.head(in);
            visit.write(socket, visit.further("b").head("GET", "body=30"));
            visit.saw("first", head);
            visit.saw("its body", Reading.exactly(in, Reading.length(head)));
            ReadByLength.body(visit, in);
        }
    }

    /** Writes again although the server has closed. */
    static void anotherAfterTheEnd(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, visit.head("GET", "", "Connection: close"));
            visit.saw("answer", Reading.toEnd(in));
            visit.write(socket, visit.further("late").head("GET", "", "Connection: close"));
            visit.saw("nothing", Reading.toEnd(in));
            Look.at(visit, "after", socket);
        }
    }

    private static String pipeline(Visit visit) {
        StringBuilder requests = new StringBuilder();
        for (String suffix : new String[] {"a", "b", "c"}) {
            requests.append(visit.further(suffix).head("GET", "body=11"));
        }
        return requests.toString();
    }
}
