package io.kaagent.it.child.mix;

import java.util.Random;

/** What a server does to one answer. */
public enum Fault {
    NONE,
    RESET_BEFORE_HEAD,
    RESET_IN_HEAD,
    RESET_IN_BODY,
    /** Closes without an answer. */
    NO_ANSWER,
    /** The same, but answers when the request comes again. */
    NO_ANSWER_AT_FIRST,
    /** Half a head, then closes. */
    CUT_IN_HEAD,
    CUT_IN_BODY,
    /** Says a length greater than what it sends; closes some time later. */
    LONGER,
    /** A chunk whose size is no number; then closes. */
    BAD_CHUNK,
    /** Chunk after chunk until the client goes away, or a limit is reached; then closes. */
    ENDLESS,
    STALL_BEFORE_HEAD,
    STALL_IN_BODY;

    private static final Fault[] ALL = values();
    private static final Fault[] WITHOUT_BODY = {
        RESET_BEFORE_HEAD, RESET_IN_HEAD, NO_ANSWER, NO_ANSWER_AT_FIRST, CUT_IN_HEAD, STALL_BEFORE_HEAD
    };
    /**
     * A stall takes as long as the client's patience: there are fewer of them.
     *
     * @param body whether there is one that something could be done to
     */
    static Fault random(Random random, boolean body) {
        Fault fault = one(random, body);
        return fault.isStall() ? one(random, body) : fault;
    }

    private static Fault one(Random random, boolean body) {
        return body ? ALL[1 + random.nextInt(ALL.length - 1)] : WITHOUT_BODY[random.nextInt(WITHOUT_BODY.length)];
    }

    boolean isReset() {
        return this == RESET_BEFORE_HEAD || this == RESET_IN_HEAD || this == RESET_IN_BODY;
    }

    /** Here the clock of the client decides where its patience ends. */
    public boolean isStall() {
        return this == STALL_BEFORE_HEAD || this == STALL_IN_BODY;
    }

    boolean isInHead() {
        return this == RESET_IN_HEAD || this == CUT_IN_HEAD;
    }

    boolean isInBody() {
        return this == RESET_IN_BODY || this == CUT_IN_BODY || this == STALL_IN_BODY || this == BAD_CHUNK;
    }

    boolean needsChunks() {
        return this == BAD_CHUNK || this == ENDLESS;
    }
}
