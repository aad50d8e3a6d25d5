package io.kaagent.it.child.attack;

import java.util.Random;

/** How a client goes about it. */
enum Way {
    /** One write, and as many bytes as there are in one read. */
    PLAIN,
    /** Never a byte more than the answer has. */
    EXACT,
    /** Byte by byte, in both directions. */
    BYTEWISE,
    /** Reads what {@code available()} says, and waits for it. */
    POLLING,
    /** Another thread reads, and begins to before the request is written. */
    TWO_THREADS,
    /** Says that this was all before it reads. */
    HALF_CLOSED,
    /** Two requests, one after the other. */
    KEPT,
    /** Two requests in one write. */
    PIPELINED,
    /** Its thread is interrupted. */
    INTERRUPTED,
    /** Forgets its socket when the answer is there. */
    ABANDONED,
    /** Waits a few milliseconds for each byte, and then gives up. */
    IMPATIENT,
    /** Closes in the middle of the answer. */
    LEAVING,
    /** Another thread closes, at any moment. */
    CLOSED_UPON,
    /** Another thread closes, while it writes a second request. */
    CLOSED_WHILE_WRITING,
    /** {@code shutdownInput()} before the answer is there. */
    DEAF;

    private static final Way[] ALL = values();

    /** Half of all clients are simple. */
    static Way random(Random random) {
        return random.nextBoolean() ? random.nextBoolean() ? PLAIN : EXACT : ALL[random.nextInt(ALL.length)];
    }

    /** Whether TLS has it: there nothing is available before it is read, and a server that is not heard out is a violation. */
    boolean isOfTls() {
        return this != POLLING && this != DEAF && this != HALF_CLOSED;
    }

    /** Whether it waits until it has its answer. */
    boolean isPatient() {
        return compareTo(IMPATIENT) < 0;
    }
}
