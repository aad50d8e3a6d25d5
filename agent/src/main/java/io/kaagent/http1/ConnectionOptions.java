package io.kaagent.http1;

/** The {@code Connection} fields of one head (RFC 9110, 7.6.1). */
final class ConnectionOptions {
    private static final byte[] CLOSE = Words.word("close");
    private static final byte[] KEEP_ALIVE = Words.word("keep-alive");
    private static final byte[] UPGRADE = Words.word("upgrade");

    private int fields;
    private int closes;
    private int others;
    private boolean keepAlive;
    private boolean upgrade;
    private boolean strange;

    void clear() {
        fields = 0;
        closes = 0;
        others = 0;
        keepAlive = false;
        upgrade = false;
        strange = false;
    }

    void take(byte[] bytes, int from, int to) {
        fields++;
        int start = from;
        while (start <= to) {
            int end = Words.elementEnd(bytes, start, to);
            int word = Words.skipBlanks(bytes, start, end);
            takeOption(bytes, word, Words.trimEnd(bytes, word, end));
            start = end + 1;
        }
    }

    int fields() {
        return fields;
    }

    boolean hasClose() {
        return closes > 0;
    }

    /** Exactly one {@code close}, and not even an empty element beside it. */
    boolean isCloseOnly() {
        return closes == 1 && others == 0;
    }

    boolean hasUpgrade() {
        return upgrade;
    }

    /** Whether the connection ends with this message: told so, or not told to stay where that is needed (RFC 9112, 9.3), or unclear. */
    boolean endsConnection(int minorVersion) {
        return hasClose() || strange || minorVersion == 0 && !keepAlive;
    }

    private void takeOption(byte[] bytes, int from, int to) {
        if (Words.is(bytes, from, to, CLOSE)) {
            closes++;
            return;
        }
        others++;
        keepAlive |= Words.is(bytes, from, to, KEEP_ALIVE);
        upgrade |= Words.is(bytes, from, to, UPGRADE);
        for (int i = from; i < to; i++) {
            strange |= !Octets.isToken(bytes[i]);
        }
    }
}
