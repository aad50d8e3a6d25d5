package io.kaagent.it.child.mix;

/** The ports of the server. What a server does to the next request on a connection keeps to a port of its own: it would strike any other. */
public enum Place {
    /** Answers in time or late, in whatever shape and with whatever Connection fields; but what it says of a connection's end is true. */
    SOUND(52),
    /** Is asked to close by each request. Says so and does so, and ends a body of unknown length by it. */
    OBEDIENT(10),
    /** Is asked to close by each request. Does not care. */
    DEAF(4),
    /** Breaks off, or does not answer at all. */
    FAULTY(20),
    /** Closes some ms after each answer without having said so: whoever comes just then is not answered. */
    LEAVING(7),
    /** Sends something after its answers. */
    GARRULOUS(7);

    private static final int ALL = 100;
    private final int share;

    Place(int share) {
        this.share = share;
    }

    /** @param dice of {@value #ALL} */
    static Place at(int dice) {
        int rest = dice;
        for (Place place : values()) {
            rest -= place.share;
            if (rest < 0) {
                return place;
            }
        }
        throw new IllegalStateException();
    }

    static int sides() {
        return ALL;
    }

    /** Whether the requests ask for the close of their connection. */
    boolean isAskedToClose() {
        return this == OBEDIENT || this == DEAF;
    }

    /** Whether what one request meets depends on who had the connection before it, and on the moment. */
    public boolean isTreacherous() {
        return this == LEAVING || this == GARRULOUS;
    }
}
