package io.kaagent.it.child.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** An accepted socket that can stop amid what is written to it, and so amid a record of TLS. For the one thread that serves it. */
final class HaltingSocket extends Socket {
    private static final int NOWHERE = -1;

    private int haltsAfter = NOWHERE;
    private byte[] rest = {};

    private HaltingSocket() {}

    static ServerSocket listener(int backlog, InetAddress address) throws IOException {
        return new ServerSocket(0, backlog, address) {
            @Override
            public Socket accept() throws IOException {
                Socket accepted = new HaltingSocket();
                implAccept(accepted);
                return accepted;
            }
        };
    }

    /** Of the next bytes that are written, only so many go out. */
    void haltAfter(int bytes) {
        haltsAfter = bytes;
    }

    /** The others follow. */
    void goOn() throws IOException {
        byte[] held = rest;
        rest = new byte[0];
        super.getOutputStream().write(held);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                int first = haltsAfter == NOWHERE ? length : Math.min(haltsAfter, length);
                out.write(bytes, from, first);
                if (haltsAfter != NOWHERE) {
                    rest = Arrays.copyOfRange(bytes, from + first, from + length);
                    haltsAfter = NOWHERE;
                }
            }
        };
    }
}
