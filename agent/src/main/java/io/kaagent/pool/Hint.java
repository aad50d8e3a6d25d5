package io.kaagent.pool;

/** Rule 22: what the server's {@code Keep-Alive} header says of the connection's future. Immutable. */
public final class Hint {
    /** The server says nothing. */
    public static final Hint NONE = new Hint(-1, -1);

    private static final long CAP_SECONDS = 601; // 10 minutes once the second of margin is taken off

    private final long timeoutSeconds;
    private final long max;

    private Hint(long timeoutSeconds, long max) {
        this.timeoutSeconds = timeoutSeconds;
        this.max = max;
    }

    /**
     * @param timeoutSeconds {@code timeout=N}, -1 if not given
     * @param max {@code max=M}: further requests the server will take, -1 if not given
     */
    public static Hint of(long timeoutSeconds, long max) {
        return timeoutSeconds < 0 && max < 0 ? NONE : new Hint(timeoutSeconds, max);
    }

    /**
     * Reads {@code timeout=5, max=100}: any order, any case, whatever else is in it. A value counts as far as it is a number, as in
     * Node; what is none counts as not given. Takes one pass: the server says how long the header is.
     *
     * @param header null for none
     */
    public static Hint parse(String header) {
        return header == null ? NONE : of(number(header, "timeout"), number(header, "max"));
    }

    public boolean hasTimeout() {
        return timeoutSeconds >= 0;
    }

    /** How long the connection may be free: a second less than the server will wait, 10 minutes at most; 0 or less: not at all. */
    long idleNanos() {
        return (Math.min(timeoutSeconds, CAP_SECONDS) - 1) * 1000000000L;
    }

    /** The same for whoever has to decide how old is too old; 0 for no promise. */
    public long promisedNanos() {
        return hasTimeout() ? Math.max(0, idleNanos()) : 0;
    }

    public boolean hasMax() {
        return max >= 0;
    }

    /** Requests that may still be sent on the connection. */
    public long max() {
        return max;
    }

    private static long number(String header, String name) {
        int start = 0;
        while (start < header.length()) {
            int end = start;
            int equals = -1;
            while (end < header.length() && header.charAt(end) != ',' && header.charAt(end) != ';') {
                equals = equals < 0 && header.charAt(end) == '=' ? end : equals;
                end++;
            }
            if (equals >= 0 && header.substring(start, equals).trim().equalsIgnoreCase(name)) {
                return digits(header.substring(equals + 1, end).trim());
            }
            start = end + 1;
        }
        return -1;
    }

    private static long digits(String text) {
        long number = -1;
        for (int i = text.startsWith("\"") ? 1 : 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return number;
            }
            number = Math.min(Math.max(number, 0) * 10 + (digit - '0'), Integer.MAX_VALUE);
        }
        return number;
    }
}
