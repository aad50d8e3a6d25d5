package io.kaagent.it.child.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** What a SOCKS server does, of version 4 and 5, for clients that name an IPv4 address and no password. */
final class Socks {
    static final int VERSION_4 = 4;
    static final int VERSION_5 = 5;

    private Socks() {}

    /** Always false: the connection ends with the tunnel. */
    static boolean through(Peer peer, int version, InputStream in, OutputStream out) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try (Socket onward = version == VERSION_5 ? version5(data, out) : version4(data, out)) {
            peer.site().tally().arrived("SOCKS");
            Tunnel.pipe(peer, onward, in, out);
        }
        return false;
    }

    private static Socket version5(DataInputStream in, OutputStream out) throws IOException {
        in.skipBytes(in.read());
        out.write(new byte[] {VERSION_5, 0});
        in.skipBytes(4);
        InetAddress address = address(in);
        Socket onward = new Socket(address, in.readUnsignedShort());
        out.write(new byte[] {VERSION_5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return onward;
    }

    private static Socket version4(DataInputStream in, OutputStream out) throws IOException {
        in.skipBytes(1);
        int port = in.readUnsignedShort();
        Socket onward = new Socket(address(in), port);
        for (int user = in.read(); user > 0; ) {
            user = in.read();
        }
        out.write(new byte[] {0, 90, 0, 0, 0, 0, 0, 0});
        return onward;
    }

    private static InetAddress address(DataInputStream in) throws IOException {
        byte[] address = new byte[4];
        in.readFully(address);
        return InetAddress.getByAddress(address);
    }
}
