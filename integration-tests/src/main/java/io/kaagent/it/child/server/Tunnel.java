package io.kaagent.it.child.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** What a proxy does on CONNECT: bytes go through in both directions until one side closes. */
final class Tunnel {
    private Tunnel() {}

    /** Always false: the connection ends with the tunnel. */
    static boolean through(Peer peer, Request request, InputStream in, OutputStream out) throws IOException {
        peer.site().tally().arrived("CONNECT");
        String[] address = request.target().split(":");
        try (Socket onward = new Socket(address[0], Integer.parseInt(address[1]))) {
            out.write(Answer.ascii("HTTP/1.1 200 Connection established\r\n\r\n"));
            pipe(peer, onward, in, out);
        }
        return false;
    }

    static void pipe(Peer peer, Socket onward, InputStream in, OutputStream out) throws IOException {
        onward.setTcpNoDelay(true);
        out.flush();
        Site.start(() -> back(onward, peer, out), "tunnel-" + onward.getLocalPort());
        copy(in, onward.getOutputStream());
    }

    private static void back(Socket onward, Peer peer, OutputStream out) {
        try {
            copy(onward.getInputStream(), out);
        } catch (IOException e) {
            // Closed by the other direction.
            peer.close();
        }
        peer.close();
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            out.flush();
        }
    }
}
