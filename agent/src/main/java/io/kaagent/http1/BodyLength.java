package io.kaagent.http1;

/**
 * {@code Content-Length} and {@code Transfer-Encoding} (RFC 9112, 6.1 to 6.3). Certain is one length, or {@code chunked} and nothing
 * else; whoever sends both, or a length twice, is read differently by different peers (11.2).
 */
final class BodyLength {
    private static final byte[] CHUNKED = Words.word("chunked");
    private static final int MOST_DIGITS = 18; // fits into a long

    private long length = -1;
    private boolean repeated;
    private boolean chunked;

    void clear() {
        length = -1;
        repeated = false;
        chunked = false;
    }

    /** @return false unless it is a number of at most 18 digits, the same as before */
    boolean takeLength(byte[] bytes, int from, int to) {
        long before = length;
        repeated = before >= 0;
        length = to - from > MOST_DIGITS ? -1 : number(bytes, from, to);
        return length >= 0 && (!repeated || length == before);
    }

    /** @return false unless it is {@code chunked}, for the first time */
    boolean takeEncoding(byte[] bytes, int from, int to) {
        boolean again = chunked;
        chunked = Words.is(bytes, from, to, CHUNKED);
        return chunked && !again;
    }

    /** Once all fields are there. Chunks are of HTTP/1.1: before there were none, and what comes after nobody knows. */
    boolean isCertain(int minorVersion) {
        return !chunked || length < 0 && minorVersion == 1;
    }

    /** In bytes; -1 if there was none. */
    long length() {
        return length;
    }

    /** The length was given more than once, each time the same. */
    boolean isRepeated() {
        return repeated;
    }

    boolean isChunked() {
        return chunked;
    }

    private static long number(byte[] bytes, int from, int to) {
        long number = from == to ? -1 : 0;
        for (int i = from; i < to && number >= 0; i++) {
            number = Octets.isDigit(bytes[i]) ? number * 10 + bytes[i] - '0' : -1;
        }
        return number;
    }
}
