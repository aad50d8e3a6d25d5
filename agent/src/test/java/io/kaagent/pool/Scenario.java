package io.kaagent.pool;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** A client that sends bursts of requests, and a server that takes a second for each answer, on a clock that only they move. */
final class Scenario {
    /** A little more than a second: bursts on the full second come before the answers. */
    private static final long ANSWER_MILLIS = 1001;

    final TestPool test = new TestPool();
    int answers;

    /** What the server says with each answer: {@code Connection: close} or not. */
    boolean serverKeepsAlive = true;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.<Event>comparingLong(e -> e.atMillis).thenComparingLong(e -> e.number));
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private long nowMillis;
    private long numbers;

    void bursts(int requests, long everyMillis, long untilMillis) {
        for (long at = 0; at <= untilMillis; at += everyMillis) {
            at(at, () -> {
                for (int i = 0; i < requests; i++) {
                    send();
                }
            });
        }
    }

    /** Up to and including this moment; answers a little after a full second have not come yet. */
    void runUntil(long millis) {
        while (!events.isEmpty() && events.peek().atMillis <= millis) {
            Event event = events.remove();
            advanceTo(event.atMillis);
            event.what.run();
        }
        advanceTo(millis);
    }

    void send() {
        Object got = test.request(TestPool.A, false);
        if (got instanceof Waiter) {
            queue.add((Waiter) got);
        } else {
            exchange((Connection) got);
        }
    }

    long opened() {
        return test.counters().created();
    }

    private void exchange(Connection c) {
        if (c.mustConnect()) {
            test.opened(c);
        }
        at(nowMillis + ANSWER_MILLIS, () -> {
            answers++;
            test.pool.give(c, serverKeepsAlive, Hint.NONE);
            while (!queue.isEmpty() && queue.peek().isAnswered()) {
                exchange(queue.remove().granted());
            }
        });
    }

    private void at(long millis, Runnable what) {
        events.add(new Event(millis, numbers++, what));
    }

    private void advanceTo(long millis) {
        test.clock.advanceMillis(millis - nowMillis);
        nowMillis = millis;
    }

    private static final class Event {
        final long atMillis;
        final long number;
        final Runnable what;

        Event(long atMillis, long number, Runnable what) {
            this.atMillis = atMillis;
            this.number = number;
            this.what = what;
        }
    }
}
