package io.kaagent.http1;

import java.util.ArrayList;
import java.util.List;

/** What a parser makes of a stream. */
final class Reading {
    /** How the stream ends: between two messages, in one, in one that the close would end, with one that is refused. */
    static final char BETWEEN = '.';

    static final char WITHIN = '+';
    static final char UNTIL_CLOSE = '~';
    static final char REFUSED = '!';

    /** Of each whole message (a 1xx is none): its end in the stream, where the parser tells that; its body; whether another may follow. */
    final List<Integer> ends = new ArrayList<>();

    final List<String> bodies = new ArrayList<>();
    final List<Boolean> kept = new ArrayList<>();
    char end = WITHIN;

    private final StringBuilder body = new StringBuilder();

    int complete() {
        return bodies.size();
    }

    void payload(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            body.append((char) (bytes[i] & 0xff));
        }
    }

    void endMessage(boolean kept, int end) {
        bodies.add(body.toString());
        body.setLength(0);
        this.kept.add(kept);
        ends.add(end);
    }

    /** The first messages only. */
    boolean isStartOf(Reading other) {
        int count = complete();
        return other.complete() >= count && bodies.equals(other.bodies.subList(0, count));
    }

    /** As it stands in the files of hand-picked streams: {@code 2.} is two messages and nothing else. */
    @Override
    public String toString() {
        return complete() + "" + end;
    }
}
