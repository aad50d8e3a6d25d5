package io.kaagent.pool;

/** Rules 7-11: what a caller gets who asks. Under the pool's lock. */
final class Taking {
    private final Ledger ledger;
    private final Room room;

    Taking(Ledger ledger, Room room) {
        this.ledger = ledger;
        this.room = room;
    }

    /** A free connection, or the right to open one; null if the caller has to wait. */
    Connection take(NameState name, boolean fresh, long thread, long now) {
        Connection c = fresh ? null : takeFree(name, thread, now);
        if (c != null) {
            return c;
        }
        if (ledger.lastDoomed() != null) {
            ledger.release(ledger.lastDoomed()); // past its time: this caller closes it, then opens in its place
        }
        return room.isFor(name.origin) ? open(name, thread, now) : null;
    }

    /**
     * Rule 8: the connection that was taken is not quiet. It ends, and its caller goes on without waiting: with the next free one, or
     * with a new one in the same slot.
     *
     * @return null if it had ended already, and with it the slot: the caller has to ask anew
     */
    Connection replace(Connection c, long thread, long now) {
        if (!c.isBusy()) {
            return null;
        }
        Connection other = takeFree(c.state, thread, now);
        ledger.destroy(c, Reason.NOT_QUIET, now);
        if (other == null) {
            ledger.release(c);
            other = ledger.openSlot(c.state, thread, now);
        }
        return other;
    }

    /** Rules 6 and 10: if need be in place of a free one, which this caller closes before it opens. */
    private Connection open(NameState name, long thread, long now) {
        for (Connection idle = room.mustGo(name.origin); idle != null; idle = room.mustGo(name.origin)) {
            ledger.destroy(idle, Reason.MAKE_ROOM, now);
            if (idle.state.origin == name.origin) {
                ledger.release(idle);
            } else {
                ledger.lend(idle);
            }
        }
        return ledger.openSlot(name, thread, now);
    }

    /** Rules 7 and 8, the part that needs no look: within the idle limit and the age limit by the clock. */
    Connection takeFree(NameState name, long thread, long now) {
        for (Connection c = name.candidate(); c != null; c = name.candidate()) {
            Reason expired = Expiry.of(c, now);
            if (expired == null) {
                ledger.takeFree(c, thread, now);
                name.origin.counters.countReused();
                return c;
            }
            ledger.destroy(c, expired, now);
        }
        return null;
    }
}
