package io.kaagent.http1;

/** The head of a kept-alive response as the server would have sent it to a request that wants close. */
public final class ClosedResponse {
    private static final byte[] CR_LF = {Octets.CR, Octets.LF};

    private ClosedResponse() {}

    /**
     * {@code Keep-Alive} is dropped. {@code Connection} is spelled as learned, where this answer has it, else after the field that it
     * followed when it was learned, else last; and dropped if the server does not say close.
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

    /** The line before which the learned one goes. */
    private static int place(byte[] head, int fields, int to, CloseHabit habit, boolean unchunked) {
        byte[] after = habit.after();
        int place = after != null && after.length == 0 ? fields : -1;
        int start = fields;
        while (start < to && !HeadLine.isBlank(head, start, to)) {
            int next = HeadLine.nextField(head, start, to);
            FieldName name = HeadLine.name(head, start, next);
            if (name == FieldName.CONNECTION) {
                return start;
            }
            if (after != null
                    && after.length > 0
                    && !isDropped(name, unchunked)
                    && Words.is(head, start, HeadLine.nameEnd(head, start, next), after)) {
                place = next;
            }
            start = next;
        }
        return place < 0 ? start : place;
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
