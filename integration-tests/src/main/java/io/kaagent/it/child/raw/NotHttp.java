package io.kaagent.it.child.raw;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Other protocols, and HTTP that becomes one. */
final class NotHttp {
    private NotHttp() {}

    static void greeted(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.saw("greeting", Reading.line(in));
            visit.write(socket, "HELO " + visit.id() + "\r\n");
            visit.saw("hello", Reading.line(in));
            visit.write(socket, "QUIT\r\n");
            visit.saw("bye", Reading.toEnd(in));
        }
    }

    static void ping(Visit visit) throws Exception {
        lines(visit, "PING ");
    }

    static void memcached(Visit visit) throws Exception {
        lines(visit, "get ");
    }

    static void inCapitals(Visit visit) throws Exception {
        lines(visit, "GET ");
    }

    static void options(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            String uri = "rtsp://" + Visit.HOST + "/" + visit.id();
            visit.write(socket, "OPTIONS " + uri + " RTSP/1.0\r\nCSeq: 1\r\n\r\n");
            visit.saw("answer", Reading.head(socket.getInputStream()));
        }
    }

    static void upgraded(Visit visit) throws Exception {
        becoming(visit, visit.head("GET", "", "Connection: Upgrade", "Upgrade: echo"));
    }

    static void tunnelled(Visit visit) throws Exception {
        becoming(visit, "CONNECT target.example.com:443?id=" + visit.id() + " HTTP/1.1\r\n\r\n");
    }

    /** A byte ahead of all others, which the server throws away. */
    static void urgent(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            socket.sendUrgentData('!');
            visit.write(socket, visit.head("GET", "body=13"));
            ReadByLength.body(visit, socket.getInputStream());
        }
    }

    private static void lines(Visit visit, String command) throws Exception {
        try (Socket socket = visit.socket()) {
            OutputStream out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
            for (String suffix : new String[] {"a", "b"}) {
                out.write(Visit.ascii(command));
                out.write(Visit.ascii(visit.id() + suffix + "\r\n"));
                for (String line = "V"; line.startsWith("V") || line.startsWith("value"); ) {
                    line = Reading.line(socket.getInputStream());
                    visit.saw("line", line);
                }
            }
            Look.at(visit, "after", socket);
        }
    }

    private static void becoming(Visit visit, String request) throws Exception {
        try (Socket socket = visit.socket()) {
            InputStream in = socket.getInputStream();
            visit.write(socket, request);
            visit.saw("answer", Reading.head(in));
            String opaque = "GET " + visit.target("opaque") + " HTTP/1.0\r\n\r\n";
            visit.write(socket, opaque);
            visit.saw("echo", Reading.exactly(in, opaque.length()));
            socket.shutdownOutput();
            visit.saw("end", in.read());
        }
    }
}
