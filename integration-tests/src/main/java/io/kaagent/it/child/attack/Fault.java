package io.kaagent.it.child.attack;

import java.util.Random;

/** What a server does to one answer. */
enum Fault {
    NONE,
    /** Answers in its time, which may be longer than the client waits. */
    LATE,
    /** Closes without an answer, but only on a connection that has carried one before: a client that opens its own never sees it. */
    STALE,
    /** The same, by a reset. */
    STALE_RESET,
    /** Closes without an answer. */
    SILENT,
    /** Half an answer, then closes. */
    CUT,
    /** Half an answer, then resets. */
    CUT_RESET,
    /** Many 1xx before the answer. */
    INTERIM,
    /** Answers in many small pieces. */
    PIECES,
    /** Says a length greater than what it sends, and closes. */
    TOO_LONG,
    /** Answers before it has read the body of the request. */
    EARLY,
    // From here on the answer ends elsewhere than it says; bytes that are left are in one piece with it.
    /** Says two lengths, and closes. */
    CONFLICT,
    /** Says a length smaller than what it sends. */
    TOO_SHORT,
    /** Answers twice. */
    TWICE,
    /** A few bytes behind the answer. */
    AFTER,
    /** A body where none may be: to HEAD, or with 204. */
    BODY_TO_NONE;

    private static final Fault[] ALL = values();
    private static final int FRAMED = EARLY.ordinal() + 1;

    /** @param framed only such as leave no doubt where an answer ends: an origin that does otherwise is not used again for a while */
    static Fault random(Random random, boolean framed) {
        return random.nextInt(3) > 0 ? NONE : ALL[random.nextInt(framed ? FRAMED : ALL.length)];
    }

    boolean isStale() {
        return this == STALE || this == STALE_RESET;
    }

    /** Whether the answer the client gets is complete, if it waits for it. */
    boolean isAnswered() {
        return this != SILENT && this != CUT && this != CUT_RESET && this != TOO_LONG && this != CONFLICT;
    }

    /** Whether its answer ends elsewhere than it says. */
    boolean isUnframed() {
        return ordinal() >= FRAMED;
    }

    boolean needsLength() {
        return this == CONFLICT || this == TOO_LONG || this == TOO_SHORT;
    }

    boolean endsConnection() {
        return !isAnswered();
    }

    boolean isReset() {
        return this == STALE_RESET || this == CUT_RESET;
    }
}
