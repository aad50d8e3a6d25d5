package io.kaagent.it.child.attack;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

/** What one thread does, one socket after the other, all from one seed. */
final class Assault {
    private static final int ATTEMPTS_TO_A_NUDGE = 400;
    private static final String[] GENTLE = {"fin", "reset"};
    private static final String[] RUDE = {"stray", "timeout"};

    private final Gate[] gates;
    private final Verdict verdict;
    private final ExecutorService helpers;
    private final Random random;
    private final String prefix;
    private final boolean secure;
    private boolean isFirst;
    private Way onlyWay;
    private Fault onlyFault;

    /**
     * @param gates of one port of each {@link Manner}
     * @param secure whether over TLS
     */
    Assault(Gate[] gates, boolean secure, Verdict verdict, ExecutorService helpers, long seed, String prefix) {
        this.secure = secure;
        this.gates = gates;
        this.verdict = verdict;
        this.helpers = helpers;
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    /** Null: any. */
    Assault only(Way way, Fault fault) {
        onlyWay = way;
        onlyFault = fault;
        return this;
    }

    /** Makes the origins known, and how they answer a request that wants close. */
    void warmUp() {
        isFirst = true;
        for (int i = 0; i < gates.length; i++) {
            Order.Shape shape = new Manner(i).isChunking() ? Order.Shape.CHUNKED : Order.Shape.OPEN;
            attempt(i, Way.PLAIN, Order.plain(prefix + i + "a", 1, true, shape));
            attempt(i, Way.PLAIN, Order.plain(prefix + i + "b", 0, true, Order.Shape.LENGTH));
            attempt(i, Way.PLAIN, Order.plain(prefix + i + "c", 1, false, Order.Shape.LENGTH));
        }
    }

    void run(int requests) {
        for (int i = 0; i < requests; i++) {
            int gate = random.nextInt(gates.length);
            if (random.nextInt(ATTEMPTS_TO_A_NUDGE) == 0) {
                nudge(gate);
            }
            Way any = onlyWay == null ? Way.random(random) : onlyWay;
            Way way = any.isOfTls() || !secure ? any : Way.PLAIN;
            Order order = order(gate, prefix + i + "a");
            if (way == Way.KEPT || way == Way.PIPELINED) {
                Order first = order.keeping();
                Order second = order(gate, prefix + i + "b");
                attempt(gate, way, first, first.fault == Fault.TWICE ? first.again(prefix + i + "b") : second);
            } else {
                attempt(gate, way == Way.POLLING && !isSureOfAnAnswer(order) ? Way.EXACT : way, order);
            }
        }
    }

    private Order order(int gate, String id) {
        Manner manner = new Manner(gate);
        Fault any = Fault.random(random, manner.isFramed());
        boolean isOnly = onlyFault != null && (!onlyFault.isUnframed() || !manner.isFramed());
        return Order.random(id, random, manner.isChunking(), isOnly && random.nextBoolean() ? onlyFault : any);
    }

    /** Who asks {@code available()} never learns of an end. */
    private static boolean isSureOfAnAnswer(Order order) {
        return order.isIdempotent() && order.fault.isAnswered();
    }

    private void nudge(int gate) {
        String[] hows = new Manner(gate).isFramed() ? GENTLE : RUDE;
        String how = hows[random.nextInt(hows.length)];
        try {
            gates[gate].nudge(how);
            verdict.count("nudged, " + how);
        } catch (IOException e) {
            verdict.wrong("nudge: " + e);
        }
    }

    private void attempt(int gate, Way way, Order... orders) {
        Attempt[] attempts = new Attempt[orders.length];
        for (int i = 0; i < orders.length; i++) {
            attempts[i] = new Attempt(orders[i], way);
        }
        gates[gate].enter();
        try {
            new Attacker(gates[gate], way, isFirst, random, helpers, attempts).run();
            if (Thread.interrupted() != (way == Way.INTERRUPTED)) {
                verdict.wrong("an interrupt too many or too few: " + attempts[0]);
            }
            for (int i = 0; i < attempts.length; i++) {
                judge(attempts[i], i == 0 ? null : attempts[0], gate, way);
            }
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
            verdict.wrong(attempts[0] + " ended with " + e + at(e) + " by " + e.getCause());
        } finally {
            gates[gate].leave();
        }
    }

    /** @param before another one on the same socket, or null */
    private void judge(Attempt attempt, Attempt before, int gate, Way way) {
        Order order = attempt.order();
        if (before != null && (!before.isComplete() || before.order().fault.isUnframed())) {
            verdict.count("behind another that failed");
            return;
        }
        boolean mayClose = new Manner(gate).isImpatient() || order.fault.isStale();
        boolean mayBeRefused = mayClose && (before != null || !order.isIdempotent() || way == Way.PIPELINED);
        String complaint = attempt.complaint(mayBeRefused, mayClose);
        if (complaint != null) {
            verdict.wrong(complaint + ": " + attempt + " at manner " + gate);
        }
        verdict.count(attempt.hasFailed() ? "failed" : attempt.isComplete() ? "complete" : "incomplete");
    }

    private static String at(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }
}
