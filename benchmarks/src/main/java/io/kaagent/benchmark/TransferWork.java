package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** 100 MB over a socket that is kept, 8 KiB at a time. */
final class TransferWork implements Work {
    /** What a chunked body has besides its data. */
    static final int CHUNKING = HttpTalk.LARGE / HttpTalk.BLOCK * (5 + 2 + 2) + 5;

    private final byte[] buffer = new byte[8192];
    private final InputStream in;
    private final OutputStream out;
    private final byte[] request;
    private final boolean upload;
    private final int answer;

    /**
     * @param upload 100 MB follow the request
     * @param answer how long it is, in bytes
     */
    TransferWork(int port, byte[] request, boolean upload, int answer) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.request = request;
        this.upload = upload;
        this.answer = answer;
    }

    @Override
    public int once() throws IOException {
        int calls = 1;
        out.write(request);
        for (int left = upload ? HttpTalk.LARGE : 0; left > 0; calls++) {
            int length = Math.min(left, buffer.length);
            out.write(buffer, 0, length);
            left -= length;
        }
        for (int left = answer; left > 0; calls++) {
            int got = in.read(buffer, 0, Math.min(left, buffer.length));
            if (got < 0) {
                throw new IOException("the end, with " + left + " bytes to come");
            }
            left -= got;
        }
        return calls;
    }
}
