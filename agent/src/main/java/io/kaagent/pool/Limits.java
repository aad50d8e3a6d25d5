package io.kaagent.pool;

/** What holds for one origin (rule 1). Immutable. */
public final class Limits {
    /** No limit. */
    public static final int INFINITY = Integer.MAX_VALUE;

    final boolean keepAlive;
    final int maxSockets;
    final int maxFreeSockets;
    final Scheduling scheduling;
    final long idleNanos;
    final long maxAgeNanos;
    final int maxPending;

    private Limits(Builder builder) {
        keepAlive = builder.keepAlive;
        maxSockets = atLeast(1, builder.maxSockets, "maxSockets");
        maxFreeSockets = atLeast(0, builder.maxFreeSockets, "maxFreeSockets");
        scheduling = builder.scheduling;
        idleNanos = nanos(builder.idleMillis, "idleMillis");
        maxAgeNanos = nanos(builder.maxAgeMillis, "maxAgeMillis");
        maxPending = atLeast(0, builder.maxPending, "maxPending");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A count as people write it. */
    static String shown(int count) {
        return count == INFINITY ? "Infinity" : Integer.toString(count);
    }

    private static int atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
        return value;
    }

    private static long nanos(long millis, String name) {
        if (millis < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, not " + millis);
        }
        return millis > Long.MAX_VALUE / 2000000 ? 0 : millis * 1000000;
    }

    /** Starts with the defaults of rule 1. Not thread-safe. */
    public static final class Builder {
        private boolean keepAlive = true;
        private int maxSockets = INFINITY;
        private int maxFreeSockets = 256;
        private Scheduling scheduling = Scheduling.LIFO;
        private long idleMillis = 4000;
        private long maxAgeMillis = 300000;
        private int maxPending = INFINITY;

        private Builder() {}

        /** Whether a connection nobody waits for is parked (rule 16). */
        public Builder keepAlive(boolean value) {
            keepAlive = value;
            return this;
        }

        /** Connections of the origin, free and busy (rules 6, 9); at least 1. */
        public Builder maxSockets(int value) {
            maxSockets = value;
            return this;
        }

        /** Free connections of a name (rule 17); at least 0. */
        public Builder maxFreeSockets(int value) {
            maxFreeSockets = value;
            return this;
        }

        public Builder scheduling(Scheduling value) {
            scheduling = value;
            return this;
        }

        /** How long a connection may be free when the server gives no hint, in milliseconds; 0: without limit (rules 1, 23). */
        public Builder idleMillis(long value) {
            idleMillis = value;
            return this;
        }

        /** Greatest age of a connection in milliseconds; 0: none (rule 24). */
        public Builder maxAgeMillis(long value) {
            maxAgeMillis = value;
            return this;
        }

        /** Callers of the origin that may wait at once (rule 12); at least 0. */
        public Builder maxPending(int value) {
            maxPending = value;
            return this;
        }

        /** @throws IllegalArgumentException if a value is out of its range */
        public Limits build() {
            return new Limits(this);
        }
    }
}
