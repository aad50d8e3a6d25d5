package io.kaagent.http1;

/** What RFC 9110 (5.5, 5.6.2) calls the bytes of a head. */
final class Octets {
    static final byte CR = '\r';
    static final byte LF = '\n';

    private static final int TOKEN = 1;
    private static final int VISIBLE = 2;
    private static final int BLANK = 4;
    private static final byte[] KINDS = kinds();

    private Octets() {}

    /** May be part of a method or a field name. */
    static boolean isToken(byte b) {
        return (KINDS[b & 0xff] & TOKEN) != 0;
    }

    /** VCHAR, or beyond ASCII: what a field value or a target is made of. */
    static boolean isVisible(byte b) {
        return (KINDS[b & 0xff] & VISIBLE) != 0;
    }

    /** Space or tab. */
    static boolean isBlank(byte b) {
        return (KINDS[b & 0xff] & BLANK) != 0;
    }

    /** May stand in a field value, a reason or a quoted string: everything but control characters. */
    static boolean isText(byte b) {
        return (KINDS[b & 0xff] & (VISIBLE | BLANK)) != 0;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** The value of a hexadecimal digit, -1 for any other byte. */
    static int hex(byte b) {
        if (isDigit(b)) {
            return b - '0';
        }
        byte letter = lower(b);
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int i = 0x21; i < 0x100; i++) {
            kinds[i] = i == 0x7f ? 0 : (byte) VISIBLE;
        }
        for (int i = 0x21; i < 0x7f; i++) {
            if ("\"(),/:;<=>?@[\\]{}".indexOf(i) < 0) {
                kinds[i] |= TOKEN;
            }
        }
        kinds[' '] = BLANK;
        kinds['\t'] = BLANK;
        return kinds;
    }
}
