package io.kaagent.it.child.mix;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** An answer as it goes over the wire, without what a fault makes of it. */
final class Wire {
    private static final int CHUNK = 1_000;
    private static final int LAST_CHUNK = 5;

    final byte[] bytes;
    final int headEnd;
    /** The last chunk, or the last byte. */
    final int lastPart;

    /** @param asked whether the request asks to close */
    Wire(Reply reply, boolean asked, boolean isHead, String origin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] head = ascii(reply.head(asked, origin));
        headEnd = head.length;
        out.write(head, 0, head.length);
        boolean chunked = reply.framing(asked) == Framing.CHUNKED;
        if (reply.mayHaveBody() && !isHead) {
            byte[] body = reply.body();
            if (!chunked) {
                out.write(body, 0, body.length);
            } else if (reply.fault == Fault.BAD_CHUNK) {
                chunks(body, reply.cut, out);
                line(out, "no number");
            } else {
                chunks(body, body.length, out);
                line(out, "0");
                line(out, "");
            }
        }
        bytes = out.toByteArray();
        lastPart = Math.min(bytes.length - headEnd, chunked ? LAST_CHUNK : 1);
    }

    /** One of a body without end. */
    static byte[] chunk(byte[] body, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunk(body, from, Math.min(CHUNK, body.length - from), out);
        return out.toByteArray();
    }

    static int chunkLength() {
        return CHUNK;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void chunks(byte[] body, int end, ByteArrayOutputStream out) {
        for (int from = 0; from < end; from += CHUNK) {
            chunk(body, from, Math.min(CHUNK, end - from), out);
        }
    }

    private static void chunk(byte[] body, int from, int length, ByteArrayOutputStream out) {
        line(out, Integer.toHexString(length));
        out.write(body, from, length);
        line(out, "");
    }

    private static void line(ByteArrayOutputStream out, String text) {
        byte[] line = ascii(text + "\r\n");
        out.write(line, 0, line.length);
    }
}
