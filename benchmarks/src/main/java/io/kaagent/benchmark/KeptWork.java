package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A client that keeps its socket all by itself: nothing is to be gained, so nothing must be lost. */
final class KeptWork implements Work {
    private final byte[] buffer = new byte[8192];
    private final InputStream in;
    private final OutputStream out;
    private final byte[] request;
    private final boolean byteByByte;

    KeptWork(int port, byte[] request, boolean byteByByte) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.request = request;
        this.byteByByte = byteByByte;
    }

    @Override
    public int once() throws IOException {
        if (byteByByte) {
            for (byte b : request) {
                out.write(b);
            }
            return request.length + SmallAnswer.readByteByByte(in);
        }
        out.write(request);
        return 1 + SmallAnswer.read(in, buffer);
    }
}
