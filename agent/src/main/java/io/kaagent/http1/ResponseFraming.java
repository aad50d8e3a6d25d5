package io.kaagent.http1;

/**
 * Frames what the server sends on one connection (RFC 9112, 6.3): {@link #begin} for each request, in the order of the requests.
 * Whatever is not certain, what comes unasked, and 101 is {@link #UNKNOWN} for ever. Allocates nothing but a buffer for the longest
 * of the fields that it looks at, and holds no body. Never throws for what the bytes are. Not thread-safe.
 */
public final class ResponseFraming {
    /** Before or in a status line. */
    public static final int LINE = 0;

    /** In the fields. */
    public static final int FIELDS = 1;

    /** The head of a 1xx is complete; the next byte begins the next head of the same exchange. */
    public static final int INTERIM = 2;

    /** The head is complete; the body is under way. */
    public static final int BODY = 3;

    /** The response is complete. */
    public static final int END = 4;

    /** Not certain. Stays. */
    public static final int UNKNOWN = 5;

    private final StatusLine line = new StatusLine();
    private final ResponseFields fields = new ResponseFields();
    private final FieldSection section = new FieldSection(fields);
    private final ResponseBody body = new ResponseBody();
    private int state = LINE;
    private boolean asked;
    private boolean begun;
    private boolean interimSaidClose;
    private int consumed;

    /**
     * The next bytes answer this request. Called before the first byte, or in {@link #END}; anywhere else the answers could no longer be
     * told apart, and it is {@link #UNKNOWN}.
     *
     * @param toHead whether the request is a HEAD, whose answer has no body
     */
    public void begin(boolean toHead) {
        boolean between = state == END || state == LINE && !asked;
        state = between ? LINE : UNKNOWN;
        asked = true;
        begun = false;
        interimSaidClose = false;
        line.begin();
        fields.clear();
        body.begin(toHead);
    }

    public int state() {
        return state;
    }

    /**
     * Consumes bytes up to the next stop: after each head, after the response, at {@code to}. A body is passed over as far as it is
     * there.
     *
     * @return the index of the first byte not consumed; {@code to} where it is {@link #UNKNOWN}
     */
    public int consume(byte[] bytes, int from, int to) {
        consumed = from < to ? consume(bytes, from, to, false) : from;
        return consumed;
    }

    /**
     * In {@link #BODY} of a chunked response: consumes as {@link #consume} does, and moves the payload together, so that it starts at
     * {@code from}. {@link #consumed()} tells what has been consumed.
     *
     * @return the index after the payload
     */
    public int unchunk(byte[] bytes, int from, int to) {
        if (from >= to || state != BODY || !isChunked()) {
            consumed = from;
            return from;
        }
        consumed = consume(bytes, from, to, true);
        return body.payloadEnd();
    }

    /** Of the last {@link #consume} or {@link #unchunk}: the index of the first byte not consumed. */
    public int consumed() {
        return consumed;
    }

    /** The server has closed: {@link #END} of a body that ends with it, {@link #UNKNOWN} in the midst, nothing before or after. */
    public void endOfStream() {
        if (state == BODY && endsWithClose()) {
            state = END;
        } else if (state != END && begun) {
            state = UNKNOWN;
        }
    }

    /** Whether a byte of the present response, or of a 1xx before it, has come. */
    public boolean hasBegun() {
        return begun;
    }

    // The following of the last head that is complete, until the next one begins.

    /** 100 to 999. */
    public int status() {
        return line.status();
    }

    /** 0 or 1; a later HTTP/1.x counts as 1. */
    public int minorVersion() {
        return Math.min(line.minorVersion(), 1);
    }

    /** Whether a chunked body follows. */
    public boolean isChunked() {
        return body.kind() == ResponseBody.CHUNKED;
    }

    /** Whether {@code Transfer-Encoding: chunked} is in the head, even if no body follows: an answer to HEAD, or 304. */
    public boolean saysChunked() {
        return fields.body.isChunked();
    }

    /** Whether the body ends where the server closes. */
    public boolean endsWithClose() {
        return body.kind() == ResponseBody.UNTIL_CLOSE;
    }

    /** In bytes, as it is in the head; -1: none given. */
    public long contentLength() {
        return fields.body.length();
    }

    /** In {@link #BODY}, with a {@code Content-Length}: the bytes still to come; else -1. */
    public long bodyRemaining() {
        return state == BODY && body.kind() == ResponseBody.LENGTH ? body.left() : -1;
    }

    /** {@code Connection: close}, by itself or among other options. */
    public boolean saysClose() {
        return fields.connection.hasClose();
    }

    /** Whether the connection can't be used after this response, by what the server says and does not say. */
    public boolean willClose() {
        return fields.endConnection(line.minorVersion()) || endsWithClose() || interimSaidClose;
    }

    /** A challenge of NTLM, Negotiate or Kerberos: what comes of it is the connection's. */
    public boolean isBoundToUser() {
        return fields.isBoundToUser();
    }

    /** {@code Keep-Alive: timeout=N}, in seconds; -1: none. */
    public long keepAliveTimeout() {
        return fields.hint.timeout();
    }

    /** {@code Keep-Alive: max=M}, further requests; -1: none. */
    public long keepAliveMax() {
        return fields.hint.max();
    }

    private int consume(byte[] bytes, int from, int to, boolean move) {
        if (state == END || !asked) {
            state = UNKNOWN; // bytes that nobody asked for
        }
        begun = true;
        int i = from;
        if (state == BODY) {
            i = body.consume(bytes, from, to, move);
            state = body.isBad() ? UNKNOWN : body.isDone() ? END : BODY;
        } else if (state != UNKNOWN) {
            i = head(bytes, from, to);
        }
        return state == UNKNOWN ? to : i;
    }

    private int head(byte[] bytes, int from, int to) {
        if (state == INTERIM) {
            state = LINE;
            line.begin();
        }
        int i = from;
        if (state == LINE) {
            i = line.consume(bytes, from, to);
            if (line.isDone()) {
                state = FIELDS;
                fields.clear();
                section.begin(line.ends(), line.size());
            }
        }
        if (state == FIELDS) {
            i = section.consume(bytes, i, to);
            if (section.isDone()) {
                endHead();
            }
        }
        if (line.isBad() || section.isBad()) {
            state = UNKNOWN;
        }
        return i;
    }

    private void endHead() {
        if (!body.settle(line.status(), line.minorVersion(), fields.body)) {
            state = UNKNOWN;
        } else if (line.status() < 200) {
            interimSaidClose |= saysClose();
            state = INTERIM;
        } else {
            state = body.isDone() ? END : BODY;
        }
    }
}
