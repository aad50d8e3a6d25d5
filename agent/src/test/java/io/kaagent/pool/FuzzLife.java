package io.kaagent.pool;

/** What the fuzzer's model remembers of one connection. */
final class FuzzLife {
    long bornAt;
    long freeSince;

    /** The how-many-eth thing that was given back: others may be given back before the giver of this one hears of its fate. */
    long givenAs;

    long idleNanos;
    long requestsLeft = -1;

    /** What held when it was parked: its time was worked out from that. */
    Limits parkedUnder;

    void served(Hint hint) {
        if (hint.hasMax()) {
            requestsLeft = hint.max();
        } else if (requestsLeft > 0) {
            requestsLeft--;
        }
    }

    boolean isPastIdle(long now) {
        return idleNanos != 0 && now - freeSince >= idleNanos;
    }

    /** @param part of the greatest age: from 0.9 on a connection may be too old, at 1.0 it is */
    boolean isTooOld(long now, Limits limits, double part) {
        return limits.maxAgeNanos != 0 && now - bornAt >= limits.maxAgeNanos * part;
    }
}
