package io.kaagent.it.child.raw;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What can still be done once the server has ended the stream, as it was asked to. */
final class AfterTheEnd {
    private AfterTheEnd() {}

    static void readsAgainAndAgain(Visit visit) throws Exception {
        try (Socket socket = ended(visit)) {
            InputStream in = socket.getInputStream();
            visit.saw("byte", in.read());
            visit.saw("bytes", in.read(new byte[10]));
            visit.saw("skipped", in.skip(10));
            visit.saw("available", in.available());
            socket.setSoTimeout(10);
            visit.saw("with patience", socket.getInputStream().read());
            visit.saw("timeout", socket.getSoTimeout());
        }
    }

    static void writesABit(Visit visit) throws Exception {
        try (Socket socket = ended(visit)) {
            socket.getOutputStream().write('x');
            visit.saw("end", socket.getInputStream().read());
            Look.at(visit, "after", socket);
        }
    }

    static void saysGoodbye(Visit visit) throws Exception {
        try (Socket socket = ended(visit)) {
            socket.shutdownOutput();
            visit.saw("end", socket.getInputStream().read());
            socket.shutdownInput();
            Look.at(visit, "shut", socket);
        }
    }

    static void looksAtTheSocket(Visit visit) throws Exception {
        Socket socket = ended(visit);
        Look.closelyAt(visit, "ended", socket);
        socket.close();
        Look.closelyAt(visit, "closed", socket);
    }

    /** Closed by another before it ends: the socket, not the server, is what is at its end. */
    static void closesWhileReading(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "body=40", "Connection: close"));
        InputStream in = socket.getInputStream();
        visit.saw("head", Reading.head(in));
        in.close();
        try {
            visit.saw("body", Reading.toEnd(in));
        } catch (IOException e) {
            visit.threw("body", e);
        }
    }

    private static Socket ended(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "unknown&body=26", "Connection: close"));
        visit.saw("answer", Reading.toEnd(socket.getInputStream()));
        return socket;
    }
}
