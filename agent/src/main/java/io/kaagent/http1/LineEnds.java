package io.kaagent.http1;

/**
 * The line ends of one head: CR LF throughout, or LF throughout (RFC 9112, 2.2, lets a recipient take that for a line end, and
 * {@code println} writes it). A head that has both is read in two ways by two servers, of which one sees fields that the other takes
 * for part of a value; and so is a CR that no LF follows.
 */
final class LineEnds {
    private boolean known;
    private boolean bare;
    private boolean afterCr;

    /** @param crLf take only CR LF */
    void begin(boolean crLf) {
        known = crLf;
        bare = false;
        afterCr = false;
    }

    /** Whether the byte before was a CR, so that this one has to be a LF. */
    boolean isAfterCr() {
        return afterCr;
    }

    boolean takeCr() {
        boolean fine = !afterCr && !bare;
        afterCr = true;
        return fine;
    }

    /** A LF ends a line. */
    boolean takeLf() {
        boolean crLf = afterCr;
        afterCr = false;
        if (!known) {
            known = true;
            bare = !crLf;
        }
        return crLf != bare;
    }
}
