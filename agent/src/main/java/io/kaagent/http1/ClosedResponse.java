package io.kaagent.http1;

/** The head of a kept-alive response as the server would have sent it to a request that wants close. */
public final class ClosedResponse {
    private static final byte[] CR_LF = {Octets.CR, Octets.LF};

    private ClosedResponse() {}

    /**
     * {@code Keep-Alive} is dropped. {@code Connection} is spelled as learned, where this answer has it, else before the field that
     * followed it when it was learned, else after the one that it followed, else last; and dropped if the server does not say close.
     *
     * @param head from the status line to the blank line
     * @param unchunked drop {@code Transfer-Encoding} and {@code Trailer} too
     * @param out is cleared first; not the array of {@code head}
     */
    public static void rewrite(byte[] head, int from, int to, CloseHabit habit, boolean unchunked, HeadBytes out) {
        out.clear();
        int start = HeadLine.fields(head, from, to);
        out.add(head, from, start);
        int place = habit.line() == null ? -1 : place(head, start, to, habit, unchunked);
        boolean bareLf = head[start - 2] != Octets.CR; // as the status line ends
        while (start < to) {
            if (start == place) {
                out.add(habit.line(), 0, habit.line().length);
                out.add(CR_LF, bareLf ? 1 : 0, 2);
            }
            int next = HeadLine.nextField(head, start, to);
            if (!isDropped(HeadLine.name(head, start, next), unchunked)) {
                out.add(head, start, next);
            }
            start = next;
        }
    }

    /**
     * The line before which the learned one goes. An answer may have fields that the learned one had not, and they tend to stand before
     * those that a server puts last: so the nearest field that followed counts more than the nearest one before.
     */
    private static int place(byte[] head, int fields, int to, CloseHabit habit, boolean unchunked) {
        int own = start(head, fields, to, null, unchunked);
        if (own >= 0) {
            return own;
        }
        for (byte[] name : habit.following()) {
            int start = start(head, fields, to, name, unchunked);
            if (start >= 0) {
                return start;
            }
        }
        for (byte[] name : habit.preceding()) {
            int after = after(head, fields, to, name, unchunked);
            if (after >= 0) {
                return after;
            }
        }
        if (habit.isFirst()) {
            return fields;
        }
        int end = fields;
        while (end < to && !HeadLine.isBlank(head, end, to)) {
            end = HeadLine.nextField(head, end, to);
        }
        return end;
    }

    /** Where the first field of that name begins, or of {@code Connection} for null; -1: it is not there. */
    private static int start(byte[] head, int fields, int to, byte[] name, boolean unchunked) {
        int start = fields;
        while (start < to && !HeadLine.isBlank(head, start, to)) {
            int next = HeadLine.nextField(head, start, to);
            FieldName known = HeadLine.name(head, start, next);
            if (name == null
                    ? known == FieldName.CONNECTION
                    : is(head, start, next, name) && !isDropped(known, unchunked)) {
                return start;
            }
            start = next;
        }
        return -1;
    }

    /** Where the last field of that name ends; -1: it is not there. */
    private static int after(byte[] head, int fields, int to, byte[] name, boolean unchunked) {
        int after = -1;
        int start = fields;
        while (start < to && !HeadLine.isBlank(head, start, to)) {
            int next = HeadLine.nextField(head, start, to);
            if (is(head, start, next, name) && !isDropped(HeadLine.name(head, start, next), unchunked)) {
                after = next;
            }
            start = next;
        }
        return after;
    }

    private static boolean is(byte[] head, int start, int next, byte[] name) {
        return Words.is(head, start, HeadLine.nameEnd(head, start, next), name);
    }

    private static boolean isDropped(FieldName name, boolean unchunked) {
        switch (name) {
            case CONNECTION:
            case KEEP_ALIVE:
                return true;
            case TRANSFER_ENCODING:
            case TRAILER:
                return unchunked;
            default:
                return false;
        }
    }
}
