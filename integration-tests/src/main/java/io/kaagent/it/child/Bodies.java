package io.kaagent.it.child;

import java.nio.charset.StandardCharsets;

/** Bodies that betray whose they are: both sides can tell the bytes that belong to an id. */
public final class Bodies {
    private Bodies() {}

    /** The id, a line feed, the id again, and so on, cut at {@code length} bytes. */
    public static byte[] of(String id, int length) {
        byte[] pattern = (id + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = pattern[i % pattern.length];
        }
        return body;
    }
}
