package io.kaagent.http1;

/**
 * Field lines up to the blank line that ends them (RFC 9112, 5): the fields of a head, or the trailers of a chunked body. A name
 * that is none, blanks before the colon, control characters, a line without a colon: bad.
 */
final class FieldSection {
    private static final int START = 0;
    private static final int NAME = 1;
    private static final int VALUE = 2;
    private static final int FOLD = 3;

    private final FieldSink sink;
    private final byte[] name = new byte[FieldName.LONGEST];
    private final HeadBytes value = new HeadBytes();
    private LineEnds ends;
    private int size;
    private int part;
    private int nameLength;
    private FieldName field;
    private boolean foldable;
    private boolean folded;
    private boolean done;
    private boolean bad;

    FieldSection(FieldSink sink) {
        this.sink = sink;
    }

    /** @param size of what counts as a part of it: together they may be {@link HeadBytes#MOST} */
    void begin(LineEnds ends, int size) {
        this.ends = ends;
        this.size = size;
        part = START;
        foldable = false;
        folded = false;
        done = false;
        bad = false;
    }

    /** Returns the first index not consumed: after the blank line, or where it is bad, or {@code to}. */
    int consume(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && !done && !bad) {
            if (part != START && !ends.isAfterCr()) {
                i = takeRun(bytes, i, Math.min(to, i + HeadBytes.MOST - size));
                if (i == to) {
                    break;
                }
            }
            byte b = bytes[i++];
            if (++size > HeadBytes.MOST) {
                bad = true;
            } else if (b == Octets.LF) {
                bad = !ends.takeLf() || !endLine();
            } else if (b == Octets.CR) {
                bad = !ends.takeCr();
            } else {
                bad = ends.isAfterCr() || !take(b);
            }
        }
        return i;
    }

    boolean isDone() {
        return done && !bad;
    }

    boolean isBad() {
        return bad;
    }

    /** The bytes up to now. */
    int size() {
        return size;
    }

    /** Whether a line went on in the next (obs-fold). */
    boolean isFolded() {
        return folded;
    }

    /** Most bytes of a head only go on with what is there: these at once. Returns the index of the first that may be more. */
    private int takeRun(byte[] bytes, int from, int to) {
        int i = from;
        if (part == NAME) {
            while (i < to && Octets.isToken(bytes[i])) {
                takeName(bytes[i++]);
            }
        } else if (part == VALUE) {
            while (i < to && Octets.isText(bytes[i])) {
                i++;
            }
            takeValue(bytes, from, i);
        }
        size += i - from;
        return i;
    }

    private boolean take(byte b) {
        switch (part) {
            case START:
                return Octets.isBlank(b) ? beginFold() : beginName(b);
            case NAME:
                return b == ':' ? beginValue() : takeName(b);
            case FOLD:
                part = Octets.isBlank(b) ? FOLD : VALUE;
                return Octets.isText(b);
            default:
                return false; // no text, which a run would have taken
        }
    }

    /** RFC 9112, 5.2: harmless where the field means nothing to us and has a value; else it might not be what it seems. */
    private boolean beginFold() {
        part = FOLD;
        folded = true;
        return foldable;
    }

    private boolean beginName(byte b) {
        part = NAME;
        nameLength = 0;
        foldable = false;
        return takeName(b);
    }

    private boolean takeName(byte b) {
        if (nameLength < name.length) {
            name[nameLength] = b;
        }
        nameLength++;
        return Octets.isToken(b);
    }

    private boolean beginValue() {
        part = VALUE;
        field = nameLength > name.length ? FieldName.OTHER : FieldName.of(name, 0, nameLength);
        value.clear();
        return true;
    }

    private void takeValue(byte[] bytes, int from, int to) {
        if (field == FieldName.OTHER) {
            foldable |= Words.skipBlanks(bytes, from, to) < to;
        } else {
            value.append(bytes, from, to);
        }
    }

    private boolean endLine() {
        if (part == START) {
            done = true;
            return true;
        }
        // A name without a colon; or a line of blanks, which some take for the end of the head.
        boolean bad = part != VALUE;
        part = START;
        return !bad && (field == FieldName.OTHER || tell());
    }

    private boolean tell() {
        int from = Words.skipBlanks(value.array(), 0, value.length());
        return sink.field(field, value.array(), from, Words.trimEnd(value.array(), from, value.length()));
    }
}
