package io.kaagent.socket;

import io.kaagent.http1.HeadBytes;
import io.kaagent.http1.KeepAliveRequest;
import java.io.IOException;

/** The bytes of the present request that are held back, or are kept so that they can be sent again. Under the write lock, unless said otherwise. */
final class Held {
    private HeadBytes bytes = new HeadBytes();
    private HeadBytes other;
    private int sent;
    private volatile boolean waiting;

    int length() {
        return bytes.length();
    }

    boolean isAllSent() {
        return sent == bytes.length();
    }

    /** The opposite of {@link #isAllSent}, to be asked by any thread, without the lock. */
    boolean isWaiting() {
        return waiting;
    }

    /** False, and nothing done, if that would be too much to hold. */
    boolean append(byte[] more, int from, int to) {
        boolean done = bytes.append(more, from, to);
        tell();
        return done;
    }

    void clear() {
        bytes.clear();
        sent = 0;
        tell();
    }

    /** It is a whole head, and says close: now it says keep-alive. The request line, which may have been sent, is the same. */
    void keepAlive() {
        HeadBytes rewritten = other == null ? new HeadBytes() : other;
        rewritten.clear();
        KeepAliveRequest.rewrite(bytes.array(), 0, bytes.length(), rewritten);
        other = bytes;
        bytes = rewritten;
    }

    /** Sends what has not been sent. If that fails it counts as sent: how much of it was, nobody knows. */
    void send(Link link) throws IOException {
        int from = sent;
        sent = bytes.length();
        tell();
        link.payload().send(bytes.array(), from, bytes.length() - from);
    }

    /** Sends all of it, from the beginning. */
    void sendAgain(Link link) throws IOException {
        sent = 0;
        send(link);
    }

    private void tell() {
        boolean now = !isAllSent();
        if (now != waiting) {
            waiting = now;
        }
    }
}
