package io.kaagent.it.child.raw;

import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.Socket;

/** Requests that are not written at once. All ask the server to close. */
final class WrittenInPieces {
    private WrittenInPieces() {}

    /** A write for each line, with the line ends of the platform. */
    static void byPrintWriter(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
            out.println("GET " + visit.target("body=22") + " HTTP/1.1");
            out.println("Host: " + Visit.HOST);
            out.println("Connection: close");
            out.println();
            answer(visit, socket);
        }
    }

    static void byPrintStream(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            PrintStream out = new PrintStream(socket.getOutputStream());
            out.print("GET " + visit.target("body=23") + " HTTP/1.0\r\n");
            out.print("User-Agent: " + "Java1.1.8" + "\r\n\r\n");
            out.flush();
            answer(visit, socket);
        }
    }

    /** A write for each byte. */
    static void byWriteBytes(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeBytes(visit.head("GET", "body=24", "Connection: close"));
            answer(visit, socket);
        }
    }

    static void byBufferedWriter(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), "UTF8"));
            out.write(visit.head("POST", "", "Content-Length: 11", "Connection: close"));
            out.write("a=b&c=d&e=f");
            out.flush();
            answer(visit, socket);
        }
    }

    static void headAndBodyApart(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(Visit.ascii(visit.head("POST", "", "Content-Length: 300", "Connection: close")));
            for (int i = 0; i < 3; i++) {
                out.write(new byte[100]);
            }
            answer(visit, socket);
        }
    }

    private static void answer(Visit visit, Socket socket) throws Exception {
        visit.saw("answer", Reading.toEnd(socket.getInputStream()));
        Look.at(visit, "after", socket);
    }
}
