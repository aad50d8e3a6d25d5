package io.kaagent.it.child.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of one answer, each of which says whose it is; the same on both sides. */
final class Wire {
    private static final int CHUNK = 700;
    private static final int MOST_INTERIM = 120;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Order order;
    private final boolean close;
    private int complete;

    Wire(Order order) {
        this.order = order;
        this.close = order.willClose();
        answer();
    }

    /** All that the server sends, if it is not cut off. */
    byte[] all() {
        return bytes.toByteArray();
    }

    /** How much of it is the answer, by its own framing. */
    int complete() {
        return complete;
    }

    /** How much of it is sent by a server that cuts it off. */
    int cut() {
        return order.degree % bytes.size();
    }

    private void answer() {
        if (order.fault == Fault.INTERIM) {
            for (int i = order.degree % MOST_INTERIM; i >= 0; i--) {
                text(
                        i % 2 == 0
                                ? "HTTP/1.1 100 Continue\r\n\r\n"
                                : "HTTP/1.1 103 Early Hints\r\nX-Id: " + order.id + "\r\n\r\n");
            }
        }
        message();
        complete = order.fault == Fault.TOO_SHORT && hasBody() ? bytes.size() - rest() : bytes.size();
        if (order.fault == Fault.TWICE) {
            message();
        } else if (order.fault == Fault.AFTER) {
            text(order.degree % 2 == 0 ? "\r\n" : "rest-of-" + order.id);
        } else if (order.fault == Fault.BODY_TO_NONE && !hasBody()) {
            text(body());
        }
    }

    private void message() {
        text(order.shape == Order.Shape.NONE ? "HTTP/1.1 204 No Content\r\n" : "HTTP/1.1 200 OK\r\n");
        text("X-Id: " + order.id + "\r\n");
        text(close ? "Connection: close\r\n" : order.minorVersion == 0 ? "Connection: keep-alive\r\n" : "");
        if (order.shape == Order.Shape.LENGTH) {
            length();
        } else if (isChunked()) {
            text("Transfer-Encoding: chunked\r\n");
        }
        text("\r\n");
        if (hasBody()) {
            body(isChunked());
        }
    }

    private void length() {
        int said = order.length;
        if (order.fault == Fault.TOO_LONG) {
            said += 1 + order.degree;
        } else if (order.fault == Fault.TOO_SHORT) {
            said -= rest();
        }
        text("Content-Length: " + said + "\r\n");
        if (order.fault == Fault.CONFLICT) {
            text("Content-Length: " + (said + 1) + "\r\n");
        }
    }

    private int rest() {
        return 1 + order.degree % order.length;
    }

    private boolean hasBody() {
        return !order.isHead() && order.shape != Order.Shape.NONE;
    }

    private boolean isChunked() {
        return order.shape == Order.Shape.CHUNKED || order.shape == Order.Shape.OPEN && !close;
    }

    private void body(boolean chunked) {
        String body = body();
        if (!chunked) {
            text(body);
            return;
        }
        for (int from = 0; from < body.length(); from += CHUNK) {
            String chunk = body.substring(from, Math.min(body.length(), from + CHUNK));
            text(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
        }
        text("0\r\n\r\n");
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        while (body.length() < order.length) {
            body.append(order.id).append(':').append(body.length()).append(' ');
        }
        return body.substring(0, order.length);
    }

    private void text(String text) {
        byte[] more = text.getBytes(StandardCharsets.US_ASCII);
        bytes.write(more, 0, more.length);
    }
}
