package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A connection a request, which is how most raw clients do it. */
final class ConnectingWork implements Work {
    private final byte[] buffer = new byte[8192];
    private final Sockets sockets;
    private final byte[] request;
    private final boolean toTheEnd;

    /** @param toTheEnd it reads up to the end of the stream; else as much as it expects */
    ConnectingWork(Sockets sockets, byte[] request, boolean toTheEnd) {
        this.sockets = sockets;
        this.request = request;
        this.toTheEnd = toTheEnd;
    }

    @Override
    public int once() throws IOException {
        try (Socket socket = sockets.connect()) {
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            return 1 + (toTheEnd ? SmallAnswer.readToTheEnd(in, buffer) : SmallAnswer.read(in, buffer));
        }
    }
}
