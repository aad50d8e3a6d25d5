package io.kaagent.http1;

/** Words within a field value, compared without regard to case. A word is given in lower case. */
final class Words {
    private Words() {}

    /** A word as the bytes that the other methods take. ASCII only. */
    static byte[] word(String word) {
        byte[] bytes = new byte[word.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) word.charAt(i);
        }
        return bytes;
    }

    static boolean is(byte[] bytes, int from, int to, byte[] word) {
        return to - from == word.length && startsWith(bytes, from, to, word);
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
        if (to - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (Octets.lower(bytes[from + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first index that is no blank, {@code to} if there is none. */
    static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && Octets.isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    /** The index after the last byte that is no blank, {@code from} if there is none. */
    static int trimEnd(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && Octets.isBlank(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    /** Where the element of a list that begins at {@code from} ends: at its comma, or at {@code to}. */
    static int elementEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != ',') {
            i++;
        }
        return i;
    }
}
