package io.kaagent.http1;

/** Rule 22: the server's {@code Keep-Alive: timeout=N, max=M}, read as {@code io.kaagent.pool.Hint} reads it. */
final class KeepAliveHint {
    private static final byte[] TIMEOUT = Words.word("timeout");
    private static final byte[] MAX = Words.word("max");

    private long timeout = -1;
    private long max = -1;

    void clear() {
        timeout = -1;
        max = -1;
    }

    /** Of more than one field the least counts. */
    void take(byte[] bytes, int from, int to) {
        timeout = least(timeout, number(bytes, from, to, TIMEOUT));
        max = least(max, number(bytes, from, to, MAX));
    }

    /** In seconds; -1: none. */
    long timeout() {
        return timeout;
    }

    /** Further requests; -1: none. */
    long max() {
        return max;
    }

    private static long least(long one, long other) {
        return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
    }

    private static long number(byte[] bytes, int from, int to, byte[] name) {
        int start = from;
        while (start < to) {
            int end = start;
            int equals = -1;
            while (end < to && bytes[end] != ',' && bytes[end] != ';') {
                equals = equals < 0 && bytes[end] == '=' ? end : equals;
                end++;
            }
            int word = Words.skipBlanks(bytes, start, end);
            if (equals >= 0 && Words.is(bytes, word, Words.trimEnd(bytes, word, equals), name)) {
                return digits(bytes, Words.skipBlanks(bytes, equals + 1, end), end);
            }
            start = end + 1;
        }
        return -1;
    }

    private static long digits(byte[] bytes, int from, int to) {
        long number = -1;
        for (int i = from < to && bytes[from] == '"' ? from + 1 : from; i < to && Octets.isDigit(bytes[i]); i++) {
            number = Math.min(Math.max(number, 0) * 10 + bytes[i] - '0', Integer.MAX_VALUE);
        }
        return number;
    }
}
