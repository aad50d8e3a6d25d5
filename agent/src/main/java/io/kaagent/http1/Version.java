package io.kaagent.http1;

/** {@code HTTP/1.DIGIT} (RFC 9112, 2.3), case-sensitive. */
final class Version {
    private static final String START = "HTTP/1.";

    private int length;
    private int minor;

    void clear() {
        length = 0;
        minor = 0;
    }

    boolean take(byte b) {
        if (length < START.length()) {
            return b == START.charAt(length++);
        }
        minor = b - '0';
        return length++ == START.length() && Octets.isDigit(b);
    }

    boolean isComplete() {
        return length == START.length() + 1;
    }

    int minor() {
        return minor;
    }
}
