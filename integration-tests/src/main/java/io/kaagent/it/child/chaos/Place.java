package io.kaagent.it.child.chaos;

/** What kind of server it is. */
public enum Place {
    /** Nothing is wrong with it. */
    STEADY(30),
    /** Does something to every other answer. */
    FAULTY(30),
    /** Closes what is idle, after random times, gently or by a reset. */
    LEAVING(20),
    /** Goes down with all its connections, and is back on the same port a moment later. */
    RESTARTING(15),
    /** Accepts, and says nothing. */
    MUTE(2),
    /** Nobody listens. */
    REFUSING(3);

    private final int percent;

    Place(int percent) {
        this.percent = percent;
    }

    static Place of(int throwOf100) {
        int left = throwOf100;
        for (Place place : values()) {
            left -= place.percent;
            if (left < 0) {
                return place;
            }
        }
        throw new IllegalArgumentException("a throw of " + throwOf100);
    }
}
