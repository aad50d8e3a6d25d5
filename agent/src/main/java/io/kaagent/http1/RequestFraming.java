package io.kaagent.http1;

/**
 * Frames what the client writes on one connection: one request after the other (RFC 9112). Whatever is not certain, and CONNECT, is
 * {@link #UNKNOWN} for ever. Allocates nothing but a buffer for the longest {@code Connection}, length or credentials field yet seen,
 * and holds no body. Never throws for what the bytes are. Not thread-safe.
 */
public final class RequestFraming {
    /** Before or in a request line. */
    public static final int LINE = 0;

    /** The request line is complete, and is {@code METHOD target HTTP/1.x}; in the fields. */
    public static final int FIELDS = 1;

    /** The head is complete; the body is under way. */
    public static final int BODY = 2;

    /** The request is complete; the next byte begins the next. */
    public static final int END = 3;

    /** Not HTTP/1.x, or not certain. Stays. */
    public static final int UNKNOWN = 4;

    /** What {@link KeepAliveRequest} may add to a head, and a little more. */
    private static final int ROOM = 64;

    private final RequestLine line = new RequestLine();
    private final RequestFields fields = new RequestFields();
    private final FieldSection section = new FieldSection(fields);
    private final ChunkedBody chunks = new ChunkedBody();
    private int state = LINE;
    private long left;

    public int state() {
        return state;
    }

    /**
     * Consumes bytes up to the next stop: after the request line, after the head, after the request, at {@code to}. A body is passed
     * over as far as it is there.
     *
     * @return the index of the first byte not consumed; {@code to} where it is {@link #UNKNOWN}
     */
    public int consume(byte[] bytes, int from, int to) {
        if (from >= to || state == UNKNOWN) {
            return to;
        }
        if (state == END) {
            state = LINE;
            line.begin();
        }
        int i = state == LINE
                ? line(bytes, from, to)
                : state == FIELDS ? fields(bytes, from, to) : body(bytes, from, to);
        return state == UNKNOWN ? to : i;
    }

    // The following of the request whose head is complete, until the next one begins.

    public boolean isHead() {
        return line.isHead();
    }

    /** GET, HEAD, PUT, DELETE, OPTIONS or TRACE (RFC 9110, 9.2.2), in capitals. */
    public boolean isIdempotent() {
        return line.isIdempotent();
    }

    /** 0 or 1; a later HTTP/1.x counts as 1. */
    public int minorVersion() {
        return Math.min(line.minorVersion(), 1);
    }

    /** {@code Connection: close}, or HTTP/1.0 without {@code keep-alive}. */
    public boolean wantsClose() {
        return fields.connection.endsConnection(line.minorVersion());
    }

    /** Whether it wants close, and {@link KeepAliveRequest} can make it one that does not: without a change of its meaning. */
    public boolean canBeKeptAlive() {
        return wantsClose()
                && (fields.connection.fields() == 0
                        || fields.connection.fields() == 1 && fields.connection.isCloseOnly())
                && !fields.asksUpgrade()
                && !fields.hasProxyConnection()
                && !section.isFolded()
                && !(line.hasAbsoluteTarget() && line.minorVersion() == 0)
                && section.size() <= HeadBytes.MOST - ROOM;
    }

    /** By {@code Upgrade}, or by that option of {@code Connection}. */
    public boolean asksUpgrade() {
        return fields.asksUpgrade();
    }

    /** {@code Expect: 100-continue}. */
    public boolean expectsContinue() {
        return fields.expectsContinue();
    }

    /** Credentials of NTLM, Negotiate or Kerberos: they are the connection's. */
    public boolean isBoundToUser() {
        return fields.isBoundToUser();
    }

    /** In bytes; -1: none given. */
    public long contentLength() {
        return fields.body.length();
    }

    public boolean isChunked() {
        return fields.body.isChunked();
    }

    /** In {@link #BODY}, with a {@code Content-Length}: the bytes still to come; else -1. */
    public long bodyRemaining() {
        return state == BODY && !isChunked() ? left : -1;
    }

    private int line(byte[] bytes, int from, int to) {
        int i = line.consume(bytes, from, to);
        if (line.isBad()) {
            state = UNKNOWN;
        } else if (line.isDone()) {
            state = FIELDS;
            fields.clear();
            section.begin(line.ends(), line.size());
        }
        return i;
    }

    private int fields(byte[] bytes, int from, int to) {
        int i = section.consume(bytes, from, to);
        if (section.isBad()) {
            state = UNKNOWN;
        } else if (section.isDone()) {
            endHead();
        }
        return i;
    }

    private void endHead() {
        left = fields.body.length();
        if (!fields.body.isCertain(line.minorVersion()) || fields.body.isRepeated()) {
            state = UNKNOWN;
        } else if (isChunked()) {
            state = BODY;
            chunks.begin();
        } else {
            state = left > 0 ? BODY : END;
        }
    }

    private int body(byte[] bytes, int from, int to) {
        if (isChunked()) {
            int i = chunks.consume(bytes, from, to, false);
            state = chunks.isBad() ? UNKNOWN : chunks.isDone() ? END : BODY;
            return i;
        }
        int length = (int) Math.min(left, to - from);
        left -= length;
        state = left == 0 ? END : BODY;
        return from + length;
    }
}
