package io.kaagent.benchmark.pool;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;

/** A pool with many free connections, and what each step costs there. One thread. */
final class Full {
    private static final int TIMES = 20_000;

    private final Ours ours;
    private final Pool pool;
    private final int origins;
    private final int each;
    private final double heapBytes;
    private long blackhole;

    Full(int origins, int each) throws Exception {
        this.origins = origins;
        this.each = each;
        double before = Heap.usedBytes();
        ours = new Ours(new Cell(1, origins, each, Cell.NO_LIMIT));
        pool = ours.pool;
        Object[] taken = new Object[each];
        for (int origin = 0; origin < origins; origin++) {
            for (int i = 0; i < each; i++) {
                taken[i] = ours.take(origin);
            }
            for (int i = 0; i < each; i++) {
                ours.give(origin, taken[i]);
            }
        }
        heapBytes = Heap.usedBytes() - before;
    }

    double heapBytes() {
        return heapBytes;
    }

    /** Of one origin after the other. */
    double takeAndGive() {
        return cost(TIMES * 10, i -> {
            int origin = i % origins;
            ours.give(origin, ours.take(origin));
        });
    }

    double openAndEnd() {
        return cost(TIMES, i -> {
            Connection c = (Connection) ours.takeNew(i % origins);
            pool.gone(c, Reason.CLOSED_BY_OWNER);
        });
    }

    double sweep() {
        return cost(Math.max(5, TIMES / (origins * each)), i -> blackhole += pool.sweep());
    }

    double snapshot() {
        return cost(
                Math.max(5, TIMES / (origins * each)),
                i -> blackhole += pool.snapshot().free());
    }

    private static double cost(int times, Step step) {
        try {
            long before = Cpu.ofThisThread();
            for (int i = 0; i < times; i++) {
                step.take(i);
            }
            return (Cpu.ofThisThread() - before) / (double) times;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Step {
        void take(int number) throws Exception;
    }
}
