package io.kaagent.demo;

/**
 * What the server has seen. All of it changes and is read under one lock, so that a line of counts is one moment.
 *
 * <p>{@code opened}: connections accepted so far; {@code open}: of these not yet closed; {@code peak}: the most that were
 * open at once; {@code busy}: requests read and not yet answered; {@code answered}; {@code handshakes}: TLS handshakes
 * done; {@code tls}: the version of the last one or {@code none}; {@code broken}: connections that ended otherwise than by
 * a close between two requests.
 */
final class ServerCounts {

    private int opened;
    private int open;
    private int peak;
    private int busy;
    private int answered;
    private int handshakes;
    private int broken;
    private String tls = "none";

    /** Returns the number of the connection, from 1. */
    synchronized int opened() {
        opened++;
        open++;
        peak = Math.max(peak, open);
        return opened;
    }

    synchronized void shookHands(String protocol) {
        handshakes++;
        tls = protocol;
    }

    synchronized void begun() {
        busy++;
    }

    /** To be called before the answer is written: afterwards the next request may already be there. */
    synchronized int done() {
        busy--;
        return ++answered;
    }

    synchronized void broken() {
        broken++;
    }

    synchronized void closed() {
        open--;
    }

    @Override
    public synchronized String toString() {
        return "opened=" + opened + " open=" + open + " peak=" + peak + " busy=" + busy + " answered=" + answered
                + " handshakes=" + handshakes + " tls=" + tls + " broken=" + broken;
    }
}
