package io.kaagent.http1;

/** {@code HTTP/1.DIGIT SP 3DIGIT [ SP reason ]} (RFC 9112, 4). Some servers leave out the reason with its space. */
final class StatusLine extends StartLine {
    private static final int DIGITS = 3;

    private final Version version = new Version();
    private int status;
    private int digits;
    private boolean versionEnded;
    private boolean statusEnded;

    StatusLine() {
        super(0);
        begin();
    }

    int status() {
        return status;
    }

    /** The digit behind {@code HTTP/1.}. */
    int minorVersion() {
        return version.minor();
    }

    @Override
    void clear() {
        version.clear();
        status = 0;
        digits = 0;
        versionEnded = false;
        statusEnded = false;
    }

    @Override
    boolean take(byte b) {
        if (statusEnded) {
            return Octets.isText(b);
        }
        if (!versionEnded) {
            versionEnded = version.isComplete();
            return versionEnded ? b == ' ' : version.take(b);
        }
        if (digits < DIGITS) {
            status = status * 10 + b - '0';
            return Octets.isDigit(b) && (digits++ > 0 || b != '0');
        }
        statusEnded = true;
        return b == ' ';
    }

    @Override
    boolean mayEnd() {
        return digits == DIGITS;
    }
}
