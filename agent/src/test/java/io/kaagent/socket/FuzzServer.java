package io.kaagent.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;

/** The server's end of one connection. Reads what has come by looking at all of it, from the beginning of each request. */
final class FuzzServer {
    static final String EXTRA = "<extra>";

    final Wire wire;

    private final Random random;
    private final boolean chunksOnClose;
    private final Map<Integer, FuzzServer> processed;
    private final StringBuilder toSend = new StringBuilder();
    private int parsed;
    private boolean answeredEarly;
    private boolean echoes;
    private int sinceAnswer;

    /** It has said what was to be said, and will close. */
    boolean closing;

    /** It closes when it gets another request, before it looks at it. */
    boolean stale;

    /** It has closed or broken off where a plain server would not have, or said what nobody asked for. */
    boolean faulty;

    FuzzServer(Wire wire, Random random, boolean chunksOnClose, Map<Integer, FuzzServer> processed) {
        this.wire = wire;
        this.random = random;
        this.chunksOnClose = chunksOnClose;
        this.processed = processed;
    }

    /** Takes note of what has come since the last time. */
    void look() {
        String received = wire.received();
        if (stale && received.length() > parsed) {
            fail();
        }
        while (!closing && !faulty && parsed < received.length()) {
            echoes |= received.charAt(parsed) == FuzzSession.OTHER;
            if (echoes) {
                toSend.append(received.substring(parsed)); // not HTTP
                parsed = received.length();
                return;
            }
            int headEnd = received.indexOf("\r\n\r\n", parsed) + 4;
            if (headEnd < 4) {
                return;
            }
            String head = received.substring(parsed, headEnd);
            int end = end(received, head, headEnd);
            if (!answeredEarly && (end <= received.length() && end > 0 || random.nextInt(8) == 0)) {
                answer(head);
            }
            if (end < 0 || end > received.length()) {
                return;
            }
            parsed = end;
            answeredEarly = false;
        }
    }

    /** Whether all that came is whole requests, and all that it has to say was sent. */
    boolean isBetweenExchanges() {
        return toSend.length() == 0 && parsed == wire.received().length() && !answeredEarly;
    }

    boolean takesNothing() {
        return stale || faulty;
    }

    void deliver(int most) {
        int length = Math.min(most, toSend.length());
        if (faulty) {
            return;
        }
        if (length > 0) {
            wire.send(toSend.substring(0, length));
            sinceAnswer += length;
            toSend.delete(0, length);
        }
        if (closing && toSend.length() == 0) {
            wire.end();
        }
    }

    boolean hasToSend() {
        return toSend.length() > 0 && !faulty;
    }

    /** Breaks off, wherever it is. */
    void fail() {
        faulty = true;
        toSend.setLength(0);
        if (random.nextBoolean()) {
            wire.end();
        } else {
            sinceAnswer -= Math.min(sinceAnswer, wire.unread()); // the client will never see that
            wire.reset();
        }
    }

    void sendExtra() {
        faulty = true;
        wire.send(EXTRA);
    }

    private void answer(String head) {
        FuzzAnswer answer = FuzzAnswer.to(head, chunksOnClose);
        int id = Integer.parseInt(head.split("/")[1]);
        FuzzServer before = processed.put(id, this);
        if (before != null) {
            assertThat(before.faulty).as("request %s sent twice", id).isTrue();
            assertThat(before.sinceAnswer)
                    .as("answered before it was sent again")
                    .isZero();
            assertThat(head).as("idempotent").doesNotStartWith("POST");
        }
        sinceAnswer = 0;
        answeredEarly = true;
        toSend.append(answer.text);
        closing = answer.closes;
    }

    private static int end(String received, String head, int headEnd) {
        int length = head.indexOf("Content-Length: ");
        if (length >= 0) {
            return headEnd + Integer.parseInt(head.substring(length + 16, head.indexOf("\r\n", length)));
        }
        if (head.contains("chunked")) {
            int last = received.indexOf("\r\n0\r\n\r\n", headEnd);
            return last < 0 ? -1 : last + 7;
        }
        return headEnd;
    }
}
