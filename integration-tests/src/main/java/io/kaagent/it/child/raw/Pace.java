package io.kaagent.it.child.raw;

/** How often an idiom is run. */
enum Pace {
    /** The main ones. */
    OFTEN(160),
    SELDOM(48),
    /** What waits, or is large, or uses up ports. */
    RARELY(48);

    private static final int FEWER = 10;
    private final int requests;

    Pace(int requests) {
        this.requests = requests;
    }

    int requests() {
        return requests;
    }

    int requests(int each) {
        return this == RARELY ? each / FEWER : each;
    }
}
