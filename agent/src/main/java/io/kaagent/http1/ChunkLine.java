package io.kaagent.http1;

/**
 * The line before a chunk, without its end: {@code size *( BWS ";" BWS name [ "=" BWS ( token / quoted-string ) ] )} (RFC 9112, 7.1).
 * Blanks where that allows none are refused, and so is what is not ASCII: peers differ over them.
 */
final class ChunkLine {
    private static final int MOST = 16384;
    private static final long LARGEST = Integer.MAX_VALUE; // beyond it some peers call it an overflow

    private static final int SIZE = 0;
    private static final int BEFORE_SEMICOLON = 1;
    private static final int BEFORE_NAME = 2;
    private static final int NAME = 3;
    private static final int BEFORE_VALUE = 4;
    private static final int VALUE = 5;
    private static final int QUOTED = 6;
    private static final int ESCAPED = 7;
    private static final int AFTER_QUOTED = 8;

    private int part;
    private int length;
    private long size;
    private boolean hasSize;

    void begin() {
        part = SIZE;
        length = 0;
        size = 0;
        hasSize = false;
    }

    /** Of the chunk's data, in bytes. */
    long size() {
        return size;
    }

    /** Whether the line may end here. */
    boolean mayEnd() {
        return part == SIZE && hasSize || part == NAME || part == VALUE || part == AFTER_QUOTED;
    }

    /** @return false if with this byte it can't become such a line */
    boolean take(byte b) {
        return ++length <= MOST && b >= 0 && takePart(b);
    }

    private boolean takePart(byte b) {
        switch (part) {
            case SIZE:
                return Octets.hex(b) < 0 ? hasSize && afterSize(b) : takeDigit(Octets.hex(b));
            case BEFORE_SEMICOLON:
                return afterSize(b);
            case BEFORE_NAME:
                part = Octets.isBlank(b) ? BEFORE_NAME : NAME;
                return part == BEFORE_NAME || Octets.isToken(b);
            case NAME:
                part = b == '=' ? BEFORE_VALUE : b == ';' ? BEFORE_NAME : NAME;
                return part != NAME || Octets.isToken(b);
            case BEFORE_VALUE:
                part = Octets.isBlank(b) ? BEFORE_VALUE : b == '"' ? QUOTED : VALUE;
                return part != VALUE || Octets.isToken(b);
            case VALUE:
                part = b == ';' ? BEFORE_NAME : VALUE;
                return part != VALUE || Octets.isToken(b);
            case QUOTED:
                part = b == '"' ? AFTER_QUOTED : b == '\\' ? ESCAPED : QUOTED;
                return Octets.isText(b);
            case ESCAPED:
                part = QUOTED;
                return Octets.isText(b);
            default:
                part = BEFORE_NAME;
                return b == ';';
        }
    }

    private boolean takeDigit(int digit) {
        hasSize = true;
        size = size * 16 + digit;
        return size <= LARGEST;
    }

    private boolean afterSize(byte b) {
        part = b == ';' ? BEFORE_NAME : BEFORE_SEMICOLON;
        return b == ';' || Octets.isBlank(b);
    }
}
