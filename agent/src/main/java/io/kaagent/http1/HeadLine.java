package io.kaagent.http1;

/** The lines of a head that has been framed: where they begin and end, whether in CR LF or in LF. */
final class HeadLine {
    private HeadLine() {}

    /** Where the fields begin: after the start line, and after blank lines before it. */
    static int fields(byte[] head, int from, int to) {
        int start = from;
        while (start < to && isBlank(head, start, to)) {
            start = next(head, start, to);
        }
        return next(head, start, to);
    }

    /** Where the next field, or the blank line at the end, begins: after all lines of this one. */
    static int nextField(byte[] head, int from, int to) {
        int next = next(head, from, to);
        while (next < to && Octets.isBlank(head[next])) {
            next = next(head, next, to);
        }
        return next;
    }

    static boolean isBlank(byte[] head, int from, int to) {
        return textEnd(head, from, next(head, from, to)) == from;
    }

    /** Where the text of a line ends. @param next where the next line begins */
    static int textEnd(byte[] head, int from, int next) {
        int end = next > from && head[next - 1] == Octets.LF ? next - 1 : next;
        return end > from && head[end - 1] == Octets.CR ? end - 1 : end;
    }

    /** Where the name of a field ends. */
    static int nameEnd(byte[] head, int from, int to) {
        int i = from;
        while (i < to && Octets.isToken(head[i])) {
            i++;
        }
        return i;
    }

    static FieldName name(byte[] head, int from, int to) {
        return FieldName.of(head, from, nameEnd(head, from, to));
    }

    private static int next(byte[] head, int from, int to) {
        int i = from;
        while (i < to && head[i] != Octets.LF) {
            i++;
        }
        return Math.min(i + 1, to);
    }
}
