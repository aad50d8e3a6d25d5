package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the fuzzer knows by itself: who waits, who holds what, what is free and since when, and what was counted. */
final class FuzzModel {
    static final int MOST_OVERTAKEN = 8;

    final List<FuzzCaller> waiting = new ArrayList<>();
    final List<FuzzCaller> holding = new ArrayList<>();
    final List<FuzzResource> live = new ArrayList<>();
    final Map<Name, List<Connection>> free = new HashMap<>();
    final Map<Connection, FuzzLife> lives = new IdentityHashMap<>();
    final Set<Connection> ended = Collections.newSetFromMap(new IdentityHashMap<>());
    Connection lastEnded;
    final FuzzCounts counts = new FuzzCounts();

    /** Given back, or being replaced: in nobody's hands until the pool has decided. */
    final Set<Connection> inTransit = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Free ones that had to go for others in this step. */
    final List<Connection> madeRoom = new ArrayList<>();

    /** Whether others have done something in the middle of this step: then the model can't tell how it had to end. */
    boolean disturbed;

    boolean closed;
    boolean shutDown;
    boolean evicting;

    final FakeClock clock;
    private final FuzzLimits limits;
    private long lastTicket;

    FuzzModel(FakeClock clock, FuzzLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    void queued(FuzzCaller caller, Waiter waiter) {
        Origin origin = caller.name.origin();
        assertThat(disturbed || waiter.ticket > lastTicket).isTrue();
        lastTicket = Math.max(lastTicket, waiter.ticket);
        caller.waiter = waiter;
        waiting.add(caller);
        assertThat(disturbed || waiting(origin) <= limits.of(origin).maxPending).isTrue();
        waiting.sort(Comparator.comparingLong(c -> c.waiter.ticket));
    }

    /** False if it has ended since: its caller will notice when it looks. */
    boolean got(FuzzCaller caller, Connection c) {
        return got(caller, c, false);
    }

    private boolean got(FuzzCaller caller, Connection c, boolean waited) {
        assertThat(c.name()).isEqualTo(caller.name);
        assertThat(holding).as("in two hands").noneMatch(other -> other.connection == c);
        caller.connection = c;
        if (ended.contains(c)) {
            assertThat(disturbed).as("ended before").isTrue();
            counts.reused += c.mustConnect() ? 0 : 1; // it was taken before it ended
            return false;
        }
        if (c.mustConnect()) {
            assertThat(lives.put(c, new FuzzLife())).as("a slot given twice").isNull();
            if (caller.waiter == null && !caller.fresh && !disturbed) {
                assertThat(freeOf(caller.name)).as("opened another instead").isEmpty();
            }
        } else {
            assertThat(((FuzzResource) c.resource()).open).isTrue();
            assertThat(caller.fresh).isFalse();
            takeOver(c, waited);
        }
        holding.add(caller);
        return true;
    }

    /** Looks who of the waiting was answered: in which order, and past whom. */
    void settle() {
        List<FuzzCaller> served = new ArrayList<>();
        for (FuzzCaller caller : new ArrayList<>(waiting)) {
            if (caller.waiter.isAnswered()) {
                waiting.remove(caller);
                if (caller.waiter.isRefused()) {
                    assertThat(shutDown).isTrue();
                } else {
                    counts.waited++;
                    got(caller, caller.waiter.granted(), true);
                    served.add(caller);
                }
            }
        }
        for (FuzzCaller caller : served) {
            overtook(caller, served.size() > 1);
        }
    }

    void stepBegins() {
        disturbed = false;
        madeRoom.clear();
    }

    void overtook(FuzzCaller served, boolean inexact) {
        for (FuzzCaller other : waiting) {
            if (served.isYoungerThan(other)) {
                assertThat(served.name).as("first come, first served").isNotEqualTo(other.name);
                if (!disturbed && couldHave(other, served.name.origin())) {
                    assertThat(served.waiter).as("a caller who had to wait").isNotNull();
                    other.overtaken++;
                    assertThat(other.overtaken).as("overtaken: %s", other).isLessThanOrEqualTo(MOST_OVERTAKEN);
                }
            }
            other.exact &= !inexact && !disturbed;
        }
    }

    /** Whether a slot of that origin would help somebody who waits. */
    boolean couldHave(FuzzCaller waits, Origin slot) {
        Origin origin = waits.name.origin();
        return origin.equals(slot) || busy(origin) < limits.of(origin).maxSockets;
    }

    void parked(Connection c, long idleNanos) {
        if (!inTransit.remove(c)) {
            assertThat(disturbed).as("taken in between").isTrue();
            return;
        }
        FuzzLife life = lives.get(c);
        life.freeSince = clock.nanos();
        life.parkedUnder = limits.of(c.name().origin());
        life.idleNanos = idleNanos;
        List<Connection> stay = freeOf(c.name());
        stay.add(c);
        stay.sort(Comparator.comparingLong(other -> lives.get(other).givenAs));
    }

    /** By its owner, who has closed it. */
    void endedByOwner(Connection c) {
        FuzzResource resource = (FuzzResource) c.resource();
        if (resource != null) {
            resource.open = false;
            assertThat(live.remove(resource)).isTrue();
            counts.destroyed++;
        }
        freeOf(c.name()).remove(c);
        ended.add(c);
        lastEnded = c;
    }

    /** The pool is about to close it. */
    void closing(FuzzResource resource, Reason reason) {
        Connection c = resource.connection;
        assertThat(resource.open).as("closed twice").isTrue();
        boolean wasFree = freeOf(c.name()).remove(c);
        boolean wasGivenUp = inTransit.remove(c);
        boolean wasInHand = holding.removeIf(caller -> caller.connection == c);
        if (wasInHand) {
            assertThat(shutDown).as("closed in a caller's hands").isTrue();
        }
        if (ended.add(c)) {
            lastEnded = c;
            assertThat(wasFree || wasGivenUp || wasInHand).isTrue();
            counts.destroyed++;
            if (wasFree) {
                FuzzExpected.mayEnd(this, limits, clock.nanos(), c, reason);
            }
        }
    }

    void closed(FuzzResource resource) {
        assertThat(live.remove(resource)).isTrue();
    }

    List<Connection> freeOf(Name name) {
        return free.computeIfAbsent(name, n -> new ArrayList<>());
    }

    int free(Origin origin) {
        return free.entrySet().stream()
                .filter(e -> e.getKey().origin().equals(origin))
                .mapToInt(e -> e.getValue().size())
                .sum();
    }

    int busy(Origin origin) {
        return (int)
                holding.stream().filter(c -> c.name.origin().equals(origin)).count();
    }

    int waiting(Origin origin) {
        return (int)
                waiting.stream().filter(c -> c.name.origin().equals(origin)).count();
    }

    /** As the server would count: what is open, or about to be. */
    int open(Origin origin) {
        return (int) (live.stream()
                        .filter(r -> r.connection.name().origin().equals(origin))
                        .count()
                + holding.stream()
                        .filter(c -> c.isConnecting() && c.name.origin().equals(origin))
                        .count());
    }

    Set<Name> namesInUse(Origin origin) {
        Set<Name> names = new HashSet<>();
        waiting.forEach(c -> names.add(c.name));
        holding.forEach(c -> names.add(c.name));
        free.forEach((name, list) -> names.addAll(list.isEmpty() ? Set.of() : Set.of(name)));
        names.removeIf(name -> !name.origin().equals(origin));
        return names;
    }

    private void takeOver(Connection c, boolean waited) {
        if (inTransit.remove(c)) { // handed off; or parked and taken before its giver knows
            counts.handedOff += waited ? 1 : 0;
            counts.reused += waited ? 0 : 1;
            return;
        }
        counts.reused++;
        List<Connection> candidates = freeOf(c.name());
        FuzzLife life = lives.get(c);
        assertThat(life.isPastIdle(clock.nanos())).as("past its idle limit").isFalse();
        assertThat(life.isTooOld(clock.nanos(), limits.of(c.name().origin()), 1.0))
                .isFalse();
        if (!disturbed) {
            boolean lifo = limits.of(c.name().origin()).scheduling == Scheduling.LIFO;
            assertThat(c).isSameAs(candidates.get(lifo ? candidates.size() - 1 : 0));
        }
        assertThat(candidates.remove(c)).as("was free").isTrue();
    }
}
