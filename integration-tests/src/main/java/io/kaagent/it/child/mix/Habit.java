package io.kaagent.it.child.mix;

/** What an application does with an answer, be it one of success or of failure, once the head is there. */
enum Habit {
    READ_CLOSE(Amount.ALL, true, false),
    READ(Amount.ALL, false, false),
    READ_DISCONNECT(Amount.ALL, false, true),
    READ_CLOSE_DISCONNECT(Amount.ALL, true, true),
    HALF_CLOSE(Amount.HALF, true, false),
    HALF_DISCONNECT(Amount.HALF, false, true),
    HALF_DROP(Amount.HALF, false, false),
    CLOSE(Amount.NOTHING, true, false),
    CLOSE_DISCONNECT(Amount.NOTHING, true, true),
    /** Gets the stream, and does nothing with it. */
    DROP(Amount.NOTHING, false, false),
    /** Does not even get the stream, or the error stream. */
    UNTOUCHED_DISCONNECT(Amount.UNTOUCHED, false, true),
    UNTOUCHED_DROP(Amount.UNTOUCHED, false, false);

    /** How much of the body. */
    enum Amount {
        ALL,
        HALF,
        NOTHING,
        UNTOUCHED
    }

    final Amount amount;
    final boolean closes;
    final boolean disconnects;

    Habit(Amount amount, boolean closes, boolean disconnects) {
        this.amount = amount;
        this.closes = closes;
        this.disconnects = disconnects;
    }
}
