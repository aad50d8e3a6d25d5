package io.kaagent.pool;

/** Rules 7-11: what a caller gets. Under the pool's lock. */
final class Taking {
    private final Ledger ledger;
    private final Room room;
    private final Serving serving;

    Taking(Ledger ledger, Room room, Serving serving) {
        this.ledger = ledger;
        this.room = room;
        this.serving = serving;
    }

    /** A free connection, or the right to open one; null if the caller has to wait. */
    Connection take(NameState name, boolean fresh, long thread, long now) {
        Connection c = fresh ? null : takeFree(name, thread, now);
        if (c == null && room.isFor(name.origin)) {
            room.make(name.origin, now);
            c = ledger.openSlot(name, thread, now);
        }
        return c;
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
        NameState name = c.state;
        Connection other = takeFree(name, thread, now);
        if (other == null) {
            other = ledger.openSlot(name, thread, now);
        }
        ledger.destroy(c, Reason.NOT_QUIET, now);
        serving.serveAll(name, now);
        return other;
    }

    /** Rules 7 and 8, the part that needs no look: within the idle limit and the age limit by the clock. */
    private Connection takeFree(NameState name, long thread, long now) {
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
