package io.kaagent.benchmark.pool;

import io.kaagent.benchmark.results.Figure;
import io.kaagent.benchmark.results.Results;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Very many callers, who all want one of few connections, for a while. */
final class Crowd {
    static final int CONNECTIONS = 50;
    static final String COST = "CPU time for each";
    static final String SWITCHES = "switches";

    static final int KEPT_MILLIS = 5;

    private static final int WARM_UP_MILLIS = 500;
    private static final int MILLIS = 2_000;

    private final int callers;
    private final boolean virtual;
    private final int millis;
    private final Ours pool = new Ours(new Cell(CONNECTIONS * 2, 1, 0, CONNECTIONS));
    private final long[] served;
    private final long[] waited;
    private final long[] longest;
    private volatile boolean measured;
    private volatile boolean over;

    Crowd(int callers, boolean virtual, boolean quick) {
        this.callers = callers;
        this.virtual = virtual;
        this.millis = quick ? MILLIS / 4 : MILLIS;
        this.served = new long[callers];
        this.waited = new long[callers];
        this.longest = new long[callers];
    }

    static boolean hasVirtualThreads() {
        return Runtime.version().feature() >= 21;
    }

    void into(Results results) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int number = i;
            threads.add(thread(() -> call(number)));
        }
        threads.forEach(Thread::start);
        Thread.sleep(WARM_UP_MILLIS);
        long switches = Cpu.switches();
        long cpu = Cpu.ofTheJvm();
        long since = System.nanoTime();
        measured = true;
        Thread.sleep(millis);
        measured = false;
        double seconds = (System.nanoTime() - since) / 1e9;
        double times = Math.max(1, Arrays.stream(served).sum());
        Map<String, String> at = new LinkedHashMap<>();
        at.put("threads", virtual ? "virtual" : "platform");
        at.put("callers", String.valueOf(callers));
        results.add(Figure.of(at, "served", "1/s", times / seconds));
        results.add(Figure.of(at, COST, "ns", (Cpu.ofTheJvm() - cpu) / times));
        results.add(Figure.of(at, SWITCHES, "", (Cpu.switches() - switches) / times));
        results.add(Figure.of(at, "served, least of most", "", leastOfMost()));
        double meanWait = Arrays.stream(waited).sum() / times;
        results.add(
                Figure.of(at, "longest wait", "", Arrays.stream(longest).max().orElse(0) / meanWait));
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private double leastOfMost() {
        return Arrays.stream(served).min().orElse(0)
                / (double) Math.max(1, Arrays.stream(served).max().orElse(0));
    }

    private void call(int number) {
        try {
            while (!over) {
                long since = System.nanoTime();
                Object taken = pool.take(0);
                if (measured) {
                    long wait = System.nanoTime() - since;
                    served[number]++;
                    waited[number] += wait;
                    longest[number] = Math.max(longest[number], wait);
                }
                Thread.sleep(KEPT_MILLIS);
                pool.give(0, taken);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** By reflection: this is compiled for 17. */
    private Thread thread(Runnable task) throws ReflectiveOperationException {
        if (!virtual) {
            return new Thread(null, task, "caller", 128 * 1024);
        }
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (Thread) Class.forName("java.lang.Thread$Builder")
                .getMethod("unstarted", Runnable.class)
                .invoke(builder, task);
    }
}
