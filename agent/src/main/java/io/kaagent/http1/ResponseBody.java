package io.kaagent.http1;

/** How the body of a response is delimited (RFC 9112, 6.3), and how much of it is still to come. */
final class ResponseBody {
    static final int NONE = 0;
    static final int LENGTH = 1;
    static final int CHUNKED = 2;
    static final int UNTIL_CLOSE = 3;

    private final ChunkedBody chunks = new ChunkedBody();
    private boolean toHead;
    private int kind;
    private long left;

    /** @param toHead the answer to a HEAD */
    void begin(boolean toHead) {
        this.toHead = toHead;
        kind = NONE;
        left = 0;
    }

    /**
     * The head is complete.
     *
     * @return false if it is not certain which body follows
     */
    boolean settle(int status, int minorVersion, BodyLength length) {
        kind = NONE;
        left = 0;
        if (!length.isCertain(minorVersion) || status == 101) {
            return false;
        }
        if (status < 200 || status == 204) {
            // They have none; but a server that announces one may as well send it, right into the next answer.
            return !length.isChunked() && length.length() <= 0 && !length.isRepeated();
        }
        if (!toHead && status != 304) {
            begin(length);
        }
        return true;
    }

    int kind() {
        return kind;
    }

    long left() {
        return left;
    }

    boolean isBad() {
        return kind == CHUNKED && chunks.isBad();
    }

    boolean isDone() {
        return kind == CHUNKED ? chunks.isDone() : kind != UNTIL_CLOSE && left == 0;
    }

    /** See {@link ChunkedBody#consume}. */
    int consume(byte[] bytes, int from, int to, boolean move) {
        if (kind == CHUNKED) {
            return chunks.consume(bytes, from, to, move);
        }
        if (kind == UNTIL_CLOSE) {
            return to;
        }
        int length = (int) Math.min(left, to - from);
        left -= length;
        return from + length;
    }

    int payloadEnd() {
        return chunks.payloadEnd();
    }

    private void begin(BodyLength length) {
        if (length.isChunked()) {
            kind = CHUNKED;
            chunks.begin();
        } else if (length.length() >= 0) {
            kind = LENGTH;
            left = length.length();
        } else {
            kind = UNTIL_CLOSE;
        }
    }
}
