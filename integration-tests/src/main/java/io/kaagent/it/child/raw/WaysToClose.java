package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** How a socket is got rid of. All have read the whole answer. */
final class WaysToClose {
    private WaysToClose() {}

    static void theInputStream(Visit visit) throws Exception {
        Socket socket = answered(visit);
        socket.getInputStream().close();
        Look.at(visit, "closed", socket);
    }

    static void theOutputStream(Visit visit) throws Exception {
        Socket socket = answered(visit);
        socket.getOutputStream().close();
        Look.at(visit, "closed", socket);
    }

    @SuppressWarnings("try")
    static void everythingTwice(Visit visit) throws Exception {
        try (Socket socket = answered(visit);
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            out.close();
            in.close();
            socket.close();
            socket.close();
            Look.at(visit, "closed", socket);
        }
    }

    /** Too late for anything: not a byte of it may reach whoever has the connection now. */
    static void andUsesItAfterwards(Visit visit) throws Exception {
        Socket socket = answered(visit);
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        socket.close();
        attempt(visit, "read", () -> in.read());
        attempt(visit, "read some", () -> in.read(new byte[3]));
        attempt(visit, "available", () -> in.available());
        attempt(visit, "skip", () -> in.skip(1));
        attempt(visit, "write", () -> {
            out.write(Visit.ascii(visit.further("late").head("GET", "")));
            return "written";
        });
        attempt(visit, "flush", () -> {
            out.flush();
            return "flushed";
        });
        attempt(visit, "in", () -> socket.getInputStream() == in);
        attempt(visit, "out", () -> socket.getOutputStream() == out);
        attempt(visit, "urgent", () -> {
            socket.sendUrgentData(1);
            return "sent";
        });
        attempt(visit, "shutdown", () -> {
            socket.shutdownOutput();
            return "shut";
        });
        Look.closelyAt(visit, "closed", socket);
    }

    static void halfOfIt(Visit visit) throws Exception {
        try (Socket socket = answered(visit)) {
            socket.shutdownOutput();
            Look.at(visit, "half", socket);
            visit.saw("end", socket.getInputStream().read());
        }
    }

    static void halfOfItAfterTheRequest(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=35"));
            socket.shutdownOutput();
            visit.saw("answer", Reading.toEnd(socket.getInputStream()));
            Look.at(visit, "half", socket);
            attempt(visit, "write", () -> {
                socket.getOutputStream().write(1);
                return "written";
            });
        }
    }

    static void theOtherHalf(Visit visit) throws Exception {
        try (Socket socket = answered(visit)) {
            InputStream in = socket.getInputStream();
            socket.shutdownInput();
            attempt(visit, "read", () -> in.read());
            attempt(visit, "available", () -> in.available());
            attempt(visit, "again", () -> socket.getInputStream());
            Look.at(visit, "half", socket);
        }
    }

    static void abruptly(Visit visit) throws Exception {
        Socket socket = answered(visit);
        socket.setSoLinger(true, 0);
        visit.saw("linger", socket.getSoLinger());
        socket.close();
        Look.at(visit, "closed", socket);
    }

    static void lingering(Visit visit) throws Exception {
        Socket socket = answered(visit);
        socket.setSoLinger(true, 5);
        socket.close();
        Look.at(visit, "closed", socket);
    }

    private static Socket answered(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "body=18"));
        ReadByLength.body(visit, socket.getInputStream());
        return socket;
    }

    /** Something that may fail. */
    interface Attempt {
        Object make() throws Exception;
    }

    static void attempt(Visit visit, String what, Attempt attempt) {
        try {
            visit.saw(what, attempt.make());
        } catch (Exception e) {
            visit.threw(what, e);
        }
    }
}
