package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection a request, which is how most raw clients do it. */
final class ConnectingWork implements Work {
    private final InetAddress host = InetAddress.getLoopbackAddress();
    private final byte[] buffer = new byte[8192];
    private final int port;
    private final byte[] request;
    private final boolean toTheEnd;

    /** @param toTheEnd it reads up to the end of the stream; else as much as it expects */
    ConnectingWork(int port, byte[] request, boolean toTheEnd) {
        this.port = port;
        this.request = request;
        this.toTheEnd = toTheEnd;
    }

    @Override
    public int once() throws IOException {
        try (Socket socket = new Socket(host, port)) {
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            return 1 + (toTheEnd ? readToTheEnd(in) : SmallAnswer.read(in, buffer));
        }
    }

    private int readToTheEnd(InputStream in) throws IOException {
        int calls = 1;
        long length = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            length += got;
            calls++;
        }
        if (length <= HttpTalk.SMALL) {
            throw new IOException("only " + length + " bytes");
        }
        return calls;
    }
}
