package io.kaagent.http1;

/**
 * How an origin answers a request that wants close; learned from answers to such requests that were sent unchanged. Immutable, and
 * so fit for any thread.
 */
public final class CloseHabit {
    private static final byte[][] NONE = {};

    /** Nothing has been seen. */
    public static final CloseHabit UNKNOWN =
            new CloseHabit(Words.word("Connection: close"), NONE, NONE, false, false, false);

    private static final int LONGEST_LINE = 256;
    private static final int MOST_NAMES = 64;

    private final byte[] line;
    private final byte[][] preceding;
    private final byte[][] following;
    private final boolean known;
    private final boolean knowsUnknownLength;
    private final boolean chunks;

    private CloseHabit(
            byte[] line,
            byte[][] preceding,
            byte[][] following,
            boolean known,
            boolean knowsUnknownLength,
            boolean chunks) {
        this.line = line;
        this.preceding = preceding;
        this.following = following;
        this.known = known;
        this.knowsUnknownLength = knowsUnknownLength;
        this.chunks = chunks;
    }

    /** Whether an answer has been seen at all. */
    public boolean isKnown() {
        return known;
    }

    /** Whether an answer of unknown length was among them. */
    public boolean knowsUnknownLength() {
        return knowsUnknownLength;
    }

    /** Whether the last one of unknown length was chunked, although close was asked for. */
    public boolean chunks() {
        return chunks;
    }

    /**
     * What is known with one more answer; of two that differ the later counts.
     *
     * @param head from the status line to the blank line, of the final answer: no 1xx
     * @param framing has just consumed that head
     */
    public CloseHabit learn(byte[] head, int from, int to, ResponseFraming framing) {
        boolean unknownLength = framing.saysChunked() || framing.endsWithClose();
        boolean nowChunks = unknownLength ? framing.saysChunked() : chunks;
        byte[][] passed = NONE;
        int start = HeadLine.fields(head, from, to);
        while (start < to && !HeadLine.isBlank(head, start, to)) {
            int next = HeadLine.nextField(head, start, to);
            if (saysClose(head, start, next)) {
                return new CloseHabit(
                        line(head, start, next),
                        passed,
                        names(head, next, to),
                        true,
                        knowsUnknownLength || unknownLength,
                        nowChunks);
            }
            passed = with(lower(head, start, HeadLine.nameEnd(head, start, next)), passed);
            start = next;
        }
        return new CloseHabit(null, NONE, NONE, true, knowsUnknownLength || unknownLength, nowChunks);
    }

    /** The field with which this origin says close, without its line end; null if it does not say so. */
    byte[] line() {
        return line;
    }

    /** The names of the fields before it, in lower case, the nearest first. */
    byte[][] preceding() {
        return preceding;
    }

    /** Whether there was none before it. */
    boolean isFirst() {
        return known && line != null && preceding.length == 0;
    }

    /** The names of the fields after it, likewise. */
    byte[][] following() {
        return following;
    }

    private static byte[][] names(byte[] head, int from, int to) {
        byte[][] reversed = NONE;
        int start = from;
        while (start < to && !HeadLine.isBlank(head, start, to)) {
            int next = HeadLine.nextField(head, start, to);
            reversed = with(lower(head, start, HeadLine.nameEnd(head, start, next)), reversed);
            start = next;
        }
        byte[][] names = new byte[reversed.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = reversed[names.length - 1 - i];
        }
        return names;
    }

    private static byte[][] with(byte[] first, byte[][] rest) {
        byte[][] all = new byte[Math.min(rest.length + 1, MOST_NAMES)][];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, all.length - 1);
        return all;
    }

    private static boolean saysClose(byte[] head, int from, int next) {
        if (HeadLine.name(head, from, next) != FieldName.CONNECTION) {
            return false;
        }
        ConnectionOptions options = new ConnectionOptions();
        options.take(head, HeadLine.nameEnd(head, from, next) + 1, HeadLine.textEnd(head, from, next));
        return options.hasClose();
    }

    private static byte[] line(byte[] head, int from, int next) {
        int end = HeadLine.textEnd(head, from, next);
        return end - from > LONGEST_LINE ? UNKNOWN.line : copy(head, from, end);
    }

    private static byte[] lower(byte[] head, int from, int to) {
        byte[] lower = copy(head, from, to);
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Octets.lower(lower[i]);
        }
        return lower;
    }

    private static byte[] copy(byte[] bytes, int from, int to) {
        byte[] copy = new byte[to - from];
        System.arraycopy(bytes, from, copy, 0, copy.length);
        return copy;
    }
}
