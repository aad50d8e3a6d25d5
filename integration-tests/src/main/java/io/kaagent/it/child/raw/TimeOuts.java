package io.kaagent.it.child.raw;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Clients that have a limit to their patience; the server waits until they have lost it. */
final class TimeOuts {
    private static final int SHORT = 10;
    private static final int LONG = 30_000;

    private TimeOuts() {}

    static void notReached(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            socket.setSoTimeout(LONG);
            visit.write(socket, visit.head("GET", "body=20", "Connection: close"));
            visit.saw("answer", Reading.toEnd(socket.getInputStream()));
            visit.saw("timeout", socket.getSoTimeout());
        }
    }

    /** The answer comes while the client goes. */
    static void thenCloses(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "hold"));
            losePatience(visit, socket);
            visit.signal();
        }
    }

    static void thenClosesBeforeTheAnswer(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "hold", "Connection: close"));
        losePatience(visit, socket);
        socket.close();
        visit.signal();
    }

    /** In the middle of the body. */
    static void amidTheBodyThenCloses(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=40&pause=10"));
            InputStream in = socket.getInputStream();
            visit.saw("head", Reading.head(in));
            visit.saw("part", Reading.exactly(in, 30));
            losePatience(visit, socket);
            visit.signal();
        }
    }

    static void thenReadsOn(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "hold&body=40"));
            losePatience(visit, socket);
            visit.signal();
            socket.setSoTimeout(LONG);
            ReadByLength.body(visit, socket.getInputStream());
            Look.at(visit, "after", socket);
        }
    }

    static void amidTheBodyThenReadsOn(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=40&pause=10", "Connection: close"));
            InputStream in = socket.getInputStream();
            visit.saw("head", Reading.head(in));
            visit.saw("part", Reading.exactly(in, 30));
            losePatience(visit, socket);
            visit.signal();
            socket.setSoTimeout(0);
            visit.saw("rest", Reading.toEnd(in));
        }
    }

    private static void losePatience(Visit visit, Socket socket) throws IOException {
        socket.setSoTimeout(SHORT);
        try {
            visit.saw("read", socket.getInputStream().read());
        } catch (SocketTimeoutException e) {
            visit.threw("patience", e);
            visit.saw("transferred", e.bytesTransferred);
        }
    }
}
