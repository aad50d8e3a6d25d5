package io.kaagent.http1;

/** The first line of a message, byte by byte. */
abstract class StartLine {
    /** RFC 9112, 3, wants 8000 at least. */
    private static final int MOST = 16384;

    private final LineEnds ends = new LineEnds();
    private final int blankLinesAllowed;
    private int size;
    private int lineSize;
    private int blankLines;
    private boolean bad;
    private boolean done;

    StartLine(int blankLinesAllowed) {
        this.blankLinesAllowed = blankLinesAllowed;
    }

    /** Begins another line. */
    void begin() {
        ends.begin(false);
        size = 0;
        lineSize = 0;
        blankLines = 0;
        bad = false;
        done = false;
        clear();
    }

    /** Returns the first index not consumed: after the line's end, or where it is bad, or {@code to}. */
    final int consume(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && !done && !bad) {
            byte b = bytes[i++];
            size++;
            if (b == Octets.LF) {
                bad = !ends.takeLf() || !endLine();
            } else if (b == Octets.CR) {
                bad = !ends.takeCr() || lineSize > 0 && !mayEnd();
            } else {
                bad = ends.isAfterCr() || ++lineSize > MOST || !take(b);
            }
        }
        return i;
    }

    /** Whether the line is complete and good. */
    final boolean isDone() {
        return done && !bad;
    }

    /** Whether this can't become a line that we know. */
    final boolean isBad() {
        return bad;
    }

    /** Its bytes up to now, with its end and the blank lines before it. */
    final int size() {
        return size;
    }

    /** As the line has shown them; the fields go on with them. */
    final LineEnds ends() {
        return ends;
    }

    abstract void clear();

    /** @return false if with this byte it can't become such a line */
    abstract boolean take(byte b);

    abstract boolean mayEnd();

    private boolean endLine() {
        if (lineSize == 0) {
            return ++blankLines <= blankLinesAllowed;
        }
        done = true;
        return mayEnd();
    }
}
