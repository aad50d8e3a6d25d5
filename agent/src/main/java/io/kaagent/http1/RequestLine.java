package io.kaagent.http1;

/**
 * {@code method SP target SP HTTP/1.DIGIT} (RFC 9112, 3), with one space each. The first byte that can't be part of it makes it bad:
 * other protocols must not be held up.
 */
final class RequestLine extends StartLine {
    private static final int LONGEST_METHOD = 32;
    private static final int BLANK_LINES = 4; // RFC 9112, 2.2: at least one, which old clients write behind a body
    private static final byte[] CONNECT = Words.word("connect");
    private static final byte[] HEAD = Words.word("head");
    private static final String[] IDEMPOTENT = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"};

    private static final int METHOD = 0;
    private static final int TARGET = 1;
    private static final int VERSION = 2;

    private final Version version = new Version();
    private final byte[] method = new byte[LONGEST_METHOD];
    private int part;
    private int methodLength;
    private int targetLength;
    private boolean absolute;

    RequestLine() {
        super(BLANK_LINES);
        begin();
    }

    boolean isHead() {
        return isMethod("HEAD");
    }

    /** RFC 9110, 9.2.2. Methods are told by case: {@code get} is no GET. */
    boolean isIdempotent() {
        for (int i = 0; i < IDEMPOTENT.length; i++) {
            if (isMethod(IDEMPOTENT[i])) {
                return true;
            }
        }
        return false;
    }

    /** The digit behind {@code HTTP/1.}. */
    int minorVersion() {
        return version.minor();
    }

    /** Whether the target is a proxy's: neither a path nor {@code *}. */
    boolean hasAbsoluteTarget() {
        return absolute;
    }

    @Override
    void clear() {
        version.clear();
        part = METHOD;
        methodLength = 0;
        targetLength = 0;
        absolute = false;
    }

    @Override
    boolean take(byte b) {
        if (part == VERSION) {
            return version.take(b);
        }
        return part == METHOD ? takeMethod(b) : takeTarget(b);
    }

    @Override
    boolean mayEnd() {
        return part == VERSION && version.isComplete();
    }

    private boolean takeMethod(byte b) {
        if (b == ' ') {
            part = TARGET;
            return methodLength > 0 && hasKnownAnswer();
        }
        if (methodLength == LONGEST_METHOD) {
            return false;
        }
        method[methodLength++] = b;
        return Octets.isToken(b);
    }

    /** Behind CONNECT comes a tunnel; {@code head} is for some servers HEAD, whose answer has no body, and for some it isn't. */
    private boolean hasKnownAnswer() {
        return !Words.is(method, 0, methodLength, CONNECT) && (!Words.is(method, 0, methodLength, HEAD) || isHead());
    }

    private boolean takeTarget(byte b) {
        if (b == ' ') {
            part = VERSION;
            return targetLength > 0;
        }
        if (targetLength++ == 0) {
            absolute = b != '/' && b != '*';
        }
        return Octets.isVisible(b);
    }

    private boolean isMethod(String name) {
        if (name.length() != methodLength) {
            return false;
        }
        for (int i = 0; i < methodLength; i++) {
            if (method[i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
