package io.kaagent.it.child.chaos;

import io.kaagent.it.child.Dice;

/** What a server does to one answer. */
enum Trouble {
    NONE,
    /** Byte by byte. */
    DRIP,
    /** A reset after any byte. */
    RESET,
    /** An end after any byte. */
    CUT,
    /** All of it, then an end that was not announced, while the other direction stays open. */
    HALF_CLOSE,
    /** Stops after any byte, and waits for the client to go. */
    STALL,
    /** Before the body of the request has been read. */
    EARLY,
    /** A second answer right behind it, in the same breath. */
    TWICE,
    /** Says a length less than what it sends. */
    MORE,
    /** Says a length greater than what it sends; then closes. */
    LESS,
    /** No head, or a broken one, or a chunk whose size is no number; then closes. */
    GARBAGE;

    private static final Trouble[] ALL = values();

    /** Stalls take as long as the client's patience: there are fewer of them. */
    static Trouble random(Dice dice) {
        Trouble trouble = dice.one(ALL);
        return trouble == STALL ? dice.one(ALL) : trouble;
    }

    /** The answer is there, and whole, for whoever asked. */
    boolean isHarmless() {
        return this == NONE || this == DRIP;
    }
}
