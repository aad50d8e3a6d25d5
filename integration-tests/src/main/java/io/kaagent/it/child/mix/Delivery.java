package io.kaagent.it.child.mix;

import io.kaagent.it.child.Bodies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One answer on its way, with all that the server does to it. */
final class Delivery {
    private static final int STALL_MILLIS = 3_000;
    private static final String[] UNASKED = {
        "\r\n",
        "0\r\n\r\n",
        "not meant for anybody",
        "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    };

    private final Reply reply;
    private final Wire wire;
    private final boolean asked;
    private final boolean isHead;
    private final Socket plain;
    private final Socket socket;
    private final OutputStream out;

    /**
     * @param asked whether the request asks to close
     * @param plain the socket below TLS, or the same once more
     */
    Delivery(Reply reply, boolean asked, boolean isHead, Socket plain, Socket socket) throws IOException {
        this.reply = reply;
        this.asked = asked;
        this.isHead = isHead;
        this.plain = plain;
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.wire = new Wire(reply, asked, isHead, Origins.at(plain != socket, plain.getLocalPort()));
    }

    /** Or the beginning of it. */
    static boolean isUnasked(String text) {
        for (String unasked : UNASKED) {
            if (unasked.startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the connection lives on. */
    boolean run() throws IOException {
        switch (reply.fault) {
            case NONE:
            case NO_ANSWER_AT_FIRST:
                return whole();
            case ENDLESS:
                endless();
                return false;
            case NO_ANSWER:
                return false;
            default:
                write(end());
                strike();
                return false;
        }
    }

    private boolean whole() throws IOException {
        write(wire.bytes.length);
        if (reply.place == Place.LEAVING) {
            pause(reply.millis);
            return false;
        }
        if (reply.place == Place.GARRULOUS) {
            pause(reply.millis / 2); // often not at all
            out.write(Wire.ascii(UNASKED[reply.cut % UNASKED.length]));
        }
        return !reply.closes(asked, isHead);
    }

    /** How much of it is sent before the fault strikes. */
    private int end() {
        if (reply.fault == Fault.RESET_BEFORE_HEAD || reply.fault == Fault.STALL_BEFORE_HEAD) {
            return 0;
        }
        if (reply.fault.isInHead()) {
            return reply.cut;
        }
        if (reply.fault.isInBody() && reply.fault != Fault.BAD_CHUNK) {
            long body = wire.bytes.length - wire.headEnd;
            return wire.headEnd + (int) (body * reply.cut / reply.length);
        }
        return wire.bytes.length;
    }

    private void strike() throws IOException {
        if (reply.fault.isReset()) {
            plain.setSoLinger(true, 0);
            plain.close();
        } else if (reply.fault.isStall()) {
            awaitLeave();
        } else if (reply.fault == Fault.LONGER) {
            pause(reply.millis);
        }
    }

    private void write(int end) throws IOException {
        int at = 0;
        for (int stop : reply.pace.stops(wire.headEnd, wire.bytes.length, wire.lastPart)) {
            int to = Math.min(stop, end);
            out.write(wire.bytes, at, to - at);
            at = to;
            if (reply.pace != Pace.PIECES) {
                pause(reply.millis);
            }
        }
        out.write(wire.bytes, at, end - at);
    }

    private void endless() throws IOException {
        out.write(wire.bytes, 0, wire.headEnd);
        byte[] body = Bodies.of(reply.id, Reply.ENDLESS);
        for (int from = 0; from < body.length; from += Wire.chunkLength()) {
            out.write(Wire.chunk(body, from));
        }
    }

    /** The client is less patient than this. */
    private void awaitLeave() throws IOException {
        socket.setSoTimeout(STALL_MILLIS);
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
            continue;
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
