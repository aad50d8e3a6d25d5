package io.kaagent.it.child.raw;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Scanner;

/** Readers of the JDK around a socket's stream. All ask the server to close. */
final class ReadAsText {
    private ReadAsText() {}

    /** The one in every tutorial. */
    static void byLinesToNull(Visit visit) throws Exception {
        Socket socket = asked(visit, "body=100");
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        StringBuilder page = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            page.append(line).append('\n');
        }
        visit.saw("page", page);
        visit.saw("again", in.readLine());
        in.close();
        Look.at(visit, "closed", socket);
    }

    /** JDK 1.0. */
    @SuppressWarnings("deprecation")
    static void byLinesOfBytes(Visit visit) throws Exception {
        Socket socket = asked(visit, "body=70");
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            visit.saw("line", line);
        }
        socket.close();
    }

    /** The whole of it in one token. */
    static void byScanner(Visit visit) throws Exception {
        try (Socket socket = asked(visit, "unknown&body=80");
                Scanner scanner = new Scanner(socket.getInputStream(), "US-ASCII").useDelimiter("\\A")) {
            visit.saw("page", scanner.hasNext() ? scanner.next() : "");
        }
    }

    static void byteByByte(Visit visit) throws Exception {
        Socket socket = asked(visit, "body=30");
        InputStream in = socket.getInputStream();
        StringBuilder page = new StringBuilder();
        for (int b = in.read(); b != -1; b = in.read()) {
            page.append((char) b);
        }
        visit.saw("page", page);
        visit.saw("again", in.read());
        socket.close();
    }

    /** Buffers of no bytes, skipped bytes, marks. */
    static void withTheRestOfInputStream(Visit visit) throws Exception {
        Socket socket = asked(visit, "body=60");
        InputStream in = socket.getInputStream();
        visit.saw("nothing", in.read(new byte[0]));
        visit.saw("mark", in.markSupported());
        visit.saw("skipped", in.skip(9));
        byte[] bytes = new byte[20];
        visit.saw("within", in.read(bytes, 5, 3));
        visit.saw("bytes", bytes);
        try {
            in.reset();
        } catch (Exception e) {
            visit.threw("reset", e);
        }
        visit.saw("rest", Reading.toEnd(in));
        visit.saw("nothing at the end", in.read(new byte[0]));
        visit.saw("skipped at the end", in.skip(10));
        try {
            visit.saw("outside", in.read(bytes, 19, 2));
        } catch (Exception e) {
            visit.threw("outside", e);
        }
        socket.close();
    }

    private static Socket asked(Visit visit, String query) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", query, "Connection: close"));
        return socket;
    }
}
