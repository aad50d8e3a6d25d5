package io.kaagent.it.child.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;

/** What a client may see of the answer to one request, and what it has seen. */
final class Attempt {
    private final Order order;
    private final Way way;
    private final Wire expected;
    private final Wire keptAlive;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private IOException failure;
    private boolean ended;

    Attempt(Order order, Way way) {
        this.order = order;
        this.way = way;
        this.expected = new Wire(order);
        this.keptAlive = new Wire(order.keptAlive());
    }

    Order order() {
        return order;
    }

    void got(byte[] bytes, int length) {
        got.write(bytes, 0, length);
    }

    void ended() {
        ended = true;
    }

    void failed(IOException e) {
        failure = e;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** How many bytes of the answer have not come yet. */
    int missing() {
        return Math.max(0, expected.complete() - got.size());
    }

    boolean isComplete() {
        return missing() == 0;
    }

    /** Whether there is nothing more to be expected. */
    boolean isOver() {
        return ended || isComplete() && !order.willClose() && way != Way.HALF_CLOSED;
    }

    /** Half of it. */
    int half() {
        return expected.complete() / 2;
    }

    /**
     * Null if all was as it might have been without an agent.
     *
     * @param mayBeRefused whether the server may have closed before it read this
     * @param mayEndBadly whether the server may have reset the connection after the answer
     */
    String complaint(boolean mayBeRefused, boolean mayEndBadly) {
        if (way == Way.INTERRUPTED && failure instanceof InterruptedIOException && got.size() == 0) {
            return null; // it waited for a connection
        }
        byte[] bytes = got.toByteArray();
        if (!isPrefix(bytes, expected.all()) && !(mayShowKeptAlive() && isPrefix(bytes, keptAlive.all()))) {
            return "bytes that are not its own";
        }
        if (!way.isPatient()) {
            return null;
        }
        if (order.fault.isAnswered()) {
            boolean refused = mayBeRefused && bytes.length == 0;
            boolean reset = mayEndBadly && (failure instanceof SocketException || failure instanceof SSLException);
            return refused || isComplete() && (isOver() || reset)
                    ? null
                    : isComplete() ? "no end" : "no complete answer";
        }
        if (order.fault == Fault.SILENT) {
            return bytes.length == 0 ? null : "an answer that was not sent";
        }
        boolean exactly = order.fault == Fault.CUT && !order.close;
        return exactly
                        && bytes.length != Math.min(expected.cut(), expected.complete())
                        && bytes.length != expected.cut()
                        && !(mayBeRefused && bytes.length == 0)
                ? "not as much as was sent"
                : null;
    }

    /** An answer without an end is shown as it came, to a request whose close was kept back. */
    private boolean mayShowKeptAlive() {
        return order.close && !order.fault.isAnswered();
    }

    private static boolean isPrefix(byte[] bytes, byte[] all) {
        if (bytes.length > all.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != all[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        String text = new String(got.toByteArray(), StandardCharsets.ISO_8859_1);
        return order + " " + way + ": " + got.size() + " of " + expected.complete() + " bytes"
                + (ended ? ", end" : "")
                + (failure == null ? "" : ", " + failure)
                + " \"" + text.substring(0, Math.min(text.length(), 300)) + "\"";
    }
}
