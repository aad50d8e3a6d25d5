package io.kaagent.http1;

/**
 * A chunked body with its trailers (RFC 9112, 7.1). Lines end with CR LF, whatever the head's do. A trailer that would mean something
 * in a head makes it bad: some peers merge trailers into the head.
 */
final class ChunkedBody implements FieldSink {
    private static final int LINE = 0;
    private static final int DATA = 1;
    private static final int AFTER_DATA = 2;
    private static final int TRAILERS = 3;
    private static final int END = 4;
    private static final int BAD = 5;

    private final ChunkLine line = new ChunkLine();
    private final LineEnds ends = new LineEnds();
    private final FieldSection trailers = new FieldSection(this);
    private int part;
    private long left;
    private int payloadEnd;

    void begin() {
        ends.begin(true);
        line.begin();
        part = LINE;
    }

    boolean isDone() {
        return part == END;
    }

    boolean isBad() {
        return part == BAD;
    }

    /** After {@link #consume} with {@code move}: the index after the payload. */
    int payloadEnd() {
        return payloadEnd;
    }

    /**
     * Returns the first index not consumed: after the body, or where it is bad, or {@code to}.
     *
     * @param move move the payload together, so that it starts at {@code from}
     */
    int consume(byte[] bytes, int from, int to, boolean move) {
        payloadEnd = from;
        int i = from;
        while (i < to && part < END) {
            if (part == DATA) {
                i = data(bytes, i, to, move);
            } else if (part == TRAILERS) {
                i = trailers(bytes, i, to);
            } else {
                takeOfLine(bytes[i++]);
            }
        }
        return i;
    }

    @Override
    public boolean field(FieldName name, byte[] bytes, int from, int to) {
        return false;
    }

    private int data(byte[] bytes, int from, int to, boolean move) {
        int length = (int) Math.min(left, to - from);
        if (move) {
            if (payloadEnd != from) {
                System.arraycopy(bytes, from, bytes, payloadEnd, length);
            }
            payloadEnd += length;
        }
        left -= length;
        if (left == 0) {
            part = AFTER_DATA;
        }
        return from + length;
    }

    private int trailers(byte[] bytes, int from, int to) {
        int i = trailers.consume(bytes, from, to);
        if (trailers.isBad() || trailers.isFolded()) {
            part = BAD;
        } else if (trailers.isDone()) {
            part = END;
        }
        return i;
    }

    /** The line before a chunk, or what ends its data: nothing and a line end. */
    private void takeOfLine(byte b) {
        boolean good;
        if (b == Octets.LF) {
            good = ends.takeLf();
            endLine();
        } else if (b == Octets.CR) {
            good = ends.takeCr() && (part == AFTER_DATA || line.mayEnd());
        } else {
            good = part == LINE && !ends.isAfterCr() && line.take(b);
        }
        if (!good) {
            part = BAD;
        }
    }

    private void endLine() {
        if (part == AFTER_DATA) {
            line.begin();
            part = LINE;
            return;
        }
        left = line.size();
        part = left > 0 ? DATA : TRAILERS;
        if (part == TRAILERS) {
            trailers.begin(ends, 0);
        }
    }
}
