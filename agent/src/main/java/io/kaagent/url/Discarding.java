package io.kaagent.url;

import java.io.IOException;
import java.io.InputStream;

/** Reads a response for its end. */
final class Discarding implements Arrivals.Taker {
    private final InputStream body;
    private final byte[] bytes = new byte[4096];
    private int left;
    private boolean failed;

    Discarding(InputStream body, int most) {
        this.body = body;
        this.left = most;
    }

    @Override
    public boolean take() {
        try {
            int there = JdkBody.atMost(body, Math.min(Math.min(body.available(), left), bytes.length));
            int read = there <= 0 ? 0 : body.read(bytes, 0, there);
            left -= Math.max(0, read);
            return read > 0;
        } catch (IOException e) {
            failed = true;
            return false;
        }
    }

    @Override
    public boolean isDone() {
        return failed || left <= 0;
    }
}
