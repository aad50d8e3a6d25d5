package io.kaagent.http1;

/**
 * The head of a request that wants close, as one that does not. {@code Connection} belongs to one connection (RFC 9110, 7.6.1), and
 * that one is the agent's: it may send its own.
 */
public final class KeepAliveRequest {
    private static final byte[] KEEP_ALIVE = Words.word("keep-alive");
    private static final byte[] NAME = {'C', 'o', 'n', 'n', 'e', 'c', 't', 'i', 'o', 'n', ':', ' '};

    private KeepAliveRequest() {}

    /**
     * {@code close} becomes {@code keep-alive}, name and place of the field stay; HTTP/1.0 without the field gets it as its last.
     *
     * @param head from the request line to the blank line, of a request that {@link RequestFraming#canBeKeptAlive}
     * @param out is cleared first; not the array of {@code head}
     */
    public static void rewrite(byte[] head, int from, int to, HeadBytes out) {
        out.clear();
        int start = HeadLine.fields(head, from, to);
        out.add(head, from, start);
        boolean written = false;
        while (start < to && !HeadLine.isBlank(head, start, to)) {
            int next = HeadLine.nextField(head, start, to);
            if (HeadLine.name(head, start, next) == FieldName.CONNECTION) {
                replaceValue(head, start, next, out);
                written = true;
            } else {
                out.add(head, start, next);
            }
            start = next;
        }
        if (!written) {
            out.add(NAME, 0, NAME.length);
            out.add(KEEP_ALIVE, 0, KEEP_ALIVE.length);
            out.add(head, start, to); // the end of this line, as the blank line has it
        }
        out.add(head, start, to);
    }

    private static void replaceValue(byte[] head, int from, int next, HeadBytes out) {
        int textEnd = HeadLine.textEnd(head, from, next);
        int value = Words.skipBlanks(head, HeadLine.nameEnd(head, from, next) + 1, textEnd);
        out.add(head, from, value);
        out.add(KEEP_ALIVE, 0, KEEP_ALIVE.length);
        out.add(head, Words.trimEnd(head, value, textEnd), next);
    }
}
