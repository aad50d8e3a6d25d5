package io.kaagent.pool;

/** Somebody in the fuzzer: waits for a connection, or has one in hand. */
final class FuzzCaller {
    final Name name;
    final boolean fresh;

    /** Null unless it waits. */
    Waiter waiter;

    /** Null as long as it waits. */
    Connection connection;

    /** Whether it has looked at the connection it got (rule 8), or has opened it. */
    boolean ready;

    /** By whom it was overtaken, as the model sees it; and whether the model can tell exactly. */
    int overtaken;

    boolean exact = true;

    FuzzCaller(Name name, boolean fresh) {
        this.name = name;
        this.fresh = fresh;
    }

    boolean isConnecting() {
        return connection != null && connection.mustConnect();
    }

    /** Who never had to wait came last of all. */
    boolean isYoungerThan(FuzzCaller waiting) {
        return waiter == null || waiter.ticket > waiting.waiter.ticket;
    }

    @Override
    public String toString() {
        return name + "/" + Integer.toHexString(name.hashCode()) + (fresh ? " fresh" : "")
                + (waiter == null ? "" : " waiter " + waiter.ticket)
                + (connection == null ? "" : " connection " + connection.sequence);
    }
}
