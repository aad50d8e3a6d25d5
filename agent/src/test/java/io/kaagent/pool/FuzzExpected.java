package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

/** What the rules say about the end of a stay or of an exchange, worked out anew from the model. */
final class FuzzExpected {
    private FuzzExpected() {}

    /** Rules 14-19; null where the model can't know: the jitter of rule 24, or a count of overtakings that is not exact. */
    static Fate fate(FuzzModel model, FuzzLimits source, long now, Connection c, boolean reusable, Hint hint) {
        FuzzLife life = model.lives.get(c);
        Limits limits = source.of(c.name().origin());
        if (!reusable || life.requestsLeft == 0 || life.isTooOld(now, limits, 1.0)) {
            return Fate.DESTROYED;
        }
        if (life.isTooOld(now, limits, 0.9)) {
            return null;
        }
        for (FuzzCaller first : model.waiting) {
            if (first.name.equals(c.name())) {
                return first.fresh ? Fate.DESTROYED : handOff(model, first);
            }
        }
        boolean parks = !model.closed
                && limits.keepAlive
                && model.open(c.name().origin()) <= limits.maxSockets
                && openInAll(model) <= source.maxTotalSockets()
                && model.freeOf(c.name()).size() < limits.maxFreeSockets
                && !(hint.hasTimeout() && hint.idleNanos() <= 0)
                && model.waiting.stream()
                        .noneMatch(w -> w.name.origin().equals(c.name().origin())
                                || model.couldHave(w, c.name().origin()));
        return parks ? Fate.PARKED : Fate.DESTROYED;
    }

    /** Whether a free one is within its limits for certain. */
    static boolean isFresh(FuzzModel model, FuzzLimits source, Connection c) {
        FuzzLife life = model.lives.get(c);
        long now = model.clock.nanos();
        return !life.isPastIdle(now)
                && !life.isTooOld(now, life.parkedUnder, 0.9)
                && !life.isTooOld(now, source.of(c.name().origin()), 0.9);
    }

    /** Why the pool ends what was free. */
    static void mayEnd(FuzzModel model, FuzzLimits source, long now, Connection c, Reason reason) {
        FuzzLife life = model.lives.get(c);
        Limits limits = source.of(c.name().origin());
        switch (reason) {
            case IDLE_LIMIT ->
                assertThat(life.isPastIdle(now) || life.isTooOld(now, life.parkedUnder, 0.9))
                        .isTrue();
            case AGE_LIMIT -> assertThat(life.isTooOld(now, limits, 0.9)).isTrue();
            case NOT_QUIET -> assertThat(((FuzzResource) c.resource()).quiet).isFalse();
            case KEEP_ALIVE_OFF -> assertThat(limits.keepAlive).isFalse();
            case EVICTED -> assertThat(model.evicting).isTrue();
            case SHUTDOWN -> assertThat(model.closed).isTrue();
            case MAKE_ROOM, MAX_SOCKETS, MAX_TOTAL_SOCKETS -> model.madeRoom.add(c);
            case MAX_FREE_SOCKETS -> // by name, or over all names
                assertThat(model.disturbed || hadTooManyFree(model, c, limits)).isTrue();
            default -> throw new AssertionError("a free connection was destroyed for " + reason);
        }
    }

    /** Others may have been closed before it in the same step. */
    private static boolean hadTooManyFree(FuzzModel model, Connection c, Limits limits) {
        return model.free(c.name().origin()) + model.madeRoom.size() + 1 >= limits.maxFreeSockets;
    }

    private static Fate handOff(FuzzModel model, FuzzCaller first) {
        for (FuzzCaller other : model.waiting) {
            if (first.isYoungerThan(other) && model.couldHave(other, first.name.origin())) {
                if (!other.exact) {
                    return null;
                }
                if (other.overtaken == FuzzModel.MOST_OVERTAKEN) {
                    return Fate.DESTROYED;
                }
            }
        }
        return Fate.HANDED_OFF;
    }

    /** Rules 6 and 10: of the others of its origin none has been free for longer. */
    static boolean wasLongestIdle(FuzzModel model, Connection c) {
        return model.free.entrySet().stream()
                .filter(e -> e.getKey().origin().equals(c.name().origin()))
                .flatMap(e -> e.getValue().stream())
                .allMatch(other -> model.lives.get(other).freeSince - model.lives.get(c).freeSince >= 0);
    }

    private static int openInAll(FuzzModel model) {
        return model.live.size()
                + (int) model.holding.stream().filter(FuzzCaller::isConnecting).count();
    }
}
