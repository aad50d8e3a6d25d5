package io.kaagent.it.child.mix;

/** When the bytes of an answer go out. */
enum Pace {
    AT_ONCE,
    LATE_HEAD,
    LATE_BODY,
    /** All but the last chunk, or but the last byte; then that. */
    LATE_END,
    /** Without pauses in between. */
    PIECES,
    DRIP;

    private static final int PIECES_OF_AN_ANSWER = 8;

    /** Where the server stops before it goes on. */
    int[] stops(int headEnd, int end, int lastPart) {
        switch (this) {
            case LATE_HEAD:
                return new int[] {0};
            case LATE_BODY:
                return new int[] {headEnd};
            case LATE_END:
                return new int[] {end - lastPart};
            case PIECES:
            case DRIP:
                return pieces(end);
            default:
                return new int[0];
        }
    }

    private static int[] pieces(int end) {
        int[] stops = new int[PIECES_OF_AN_ANSWER - 1];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = end * (i + 1) / PIECES_OF_AN_ANSWER;
        }
        return stops;
    }
}
