package io.kaagent.benchmark.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One connection is taken and given back at once: nothing but the pool is measured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TakeAndGive {
    @Param("OURS")
    public String peer;

    @Param("1")
    public int threads;

    @Param("1")
    public int origins;

    /** Of each origin. */
    @Param("1")
    public int free;

    /** Of each origin. */
    @Param("0")
    public int limit;

    private Peer pool;

    @Setup
    public void fill() throws Exception {
        pool = Peers.valueOf(peer).make(new Cell(threads, origins, free, limit));
        for (int origin = 0; origin < origins; origin++) {
            List<Object> taken = new ArrayList<>();
            for (int i = 0; i < free; i++) {
                taken.add(pool.take(origin));
            }
            for (Object each : taken) {
                pool.give(origin, each);
            }
        }
    }

    @Benchmark
    public Object takeAndGive(Caller caller) throws Exception {
        int origin = caller.next();
        Object taken = pool.take(origin);
        pool.give(origin, taken);
        return taken;
    }

    /** Goes from origin to origin, in an order of its own. */
    @State(Scope.Thread)
    public static class Caller {
        private static final int STEPS = 1024;

        private final int[] order = new int[STEPS];
        private int step;

        @Setup
        public void mix(TakeAndGive all) {
            SplittableRandom random =
                    new SplittableRandom(Thread.currentThread().getId());
            for (int i = 0; i < STEPS; i++) {
                order[i] = random.nextInt(all.origins);
            }
        }

        int next() {
            step = (step + 1) % STEPS;
            return order[step];
        }
    }
}
