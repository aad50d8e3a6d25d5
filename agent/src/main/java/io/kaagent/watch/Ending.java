package io.kaagent.watch;

/** Why a connection ended, for people: the word for it where there is little room, what it means, and whose doing it was. */
public enum Ending {
    STALE("notQuiet", "stale", Cause.SERVER, "was closed by the server, or had bytes on it, while it was free"),
    HINT("serverHint", "hint", Cause.SERVER, "had no time or no request left by the server's Keep-Alive"),
    CLOSED("closedByOwner", "closed", Cause.USE, "was closed by the application, the JDK or the server while in use"),
    UNUSABLE("notReusable", "unusable", Cause.USE, "could not be used again after its last response"),
    IDLE("idleLimit", "idle", Cause.RULE, "reached ka.timeout"),
    OLD("ageLimit", "old", Cause.RULE, "reached ka.socketActiveTTL"),
    SURPLUS("maxFreeSockets", "surplus", Cause.RULE, "was one more than ka.maxFreeSockets"),
    LIMIT("maxSockets", "limit", Cause.RULE, "was one more than ka.maxSockets"),
    TOTAL("maxTotalSockets", "total", Cause.RULE, "was one more than ka.maxTotalSockets"),
    ROOM("makeRoom", "room", Cause.RULE, "made room for a caller of another name or origin"),
    OFF("keepAliveOff", "off", Cause.RULE, "was not kept because of ka.keepAlive=false"),
    EVICTED("evicted", "evicted", Cause.RULE, "was closed on an operator's word (JMX)"),
    SHUTDOWN("shutdown", "shutdown", Cause.RULE, "ended with the pool"),
    DROPPED("abandoned", "dropped", Cause.LOSS, "was dropped by the application without being closed"),
    FAILED("connectFailed", "failed", Cause.LOSS, "was never open");

    /** Whose doing it was. */
    public enum Cause {
        SERVER("by the server, while free"),
        USE("while in use"),
        RULE("by a limit or rule of the pool"),
        LOSS("lost");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final String key;
    private final String word;
    private final Cause cause;
    private final String meaning;

    Ending(String key, String word, Cause cause, String meaning) {
        this.key = key;
        this.word = word;
        this.cause = cause;
        this.meaning = meaning;
    }

    /** Null if it is of a later version. */
    public static Ending of(Object key) {
        for (Ending ending : values()) {
            if (ending.key.equals(key)) {
                return ending;
            }
        }
        return null;
    }

    /** The word for a key of {@code destroyedBecause}, or else the key itself. */
    public static String word(Object key) {
        Ending ending = of(key);
        return ending == null ? String.valueOf(key) : ending.word;
    }

    public Cause cause() {
        return cause;
    }

    /** To be read after "the connection". */
    public String meaning() {
        return meaning;
    }
}
