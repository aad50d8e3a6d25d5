package io.kaagent.benchmark.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A client that works when it is told to: threads, milliseconds, requests at most, and where. Each thread first asks twice, so that a pool has what it
 * needs; then this says so, and when it is told to go on measures.
 */
public final class Load {
    static final int MOST_THREADS = 64;

    private static final int LEAD_IN = 2;
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "US-ASCII"));
    private final Legacy legacy;
    private final Asker asker;

    private Load(Way way, Legacy legacy) throws IOException {
        this.legacy = legacy;
        this.asker = way.asker(legacy);
    }

    /** Way and legacy client. */
    public static void main(String[] arguments) throws Exception {
        Load load = new Load(Way.valueOf(arguments[0]), Legacy.valueOf(arguments[1]));
        System.out.println("ready");
        load.obey();
        System.exit(0);
    }

    private void obey() throws IOException, InterruptedException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            Task task = legacy.task(words[3]);
            LocalPorts.await(URI.create(task.base));
            Sample sample =
                    measure(task, Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
            if (legacy == Legacy.UNREAD_ERROR) {
                System.gc(); // what nobody has read is closed by nobody else; not at the cost of the next one's time
            }
            System.out.println(sample);
        }
    }

    private Sample measure(Task task, int many, long millis, long limit) throws IOException, InterruptedException {
        CountDownLatch led = new CountDownLatch(many);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(many);
        Worker[] workers = new Worker[many];
        for (int i = 0; i < many; i++) {
            Worker worker = new Worker(asker, task, millis * 1000000, Math.max(1, limit / many));
            workers[i] = worker;
            threads.execute(() -> {
                worker.lead(LEAD_IN);
                led.countDown();
                awaitQuietly(go);
                worker.work();
                done.countDown();
            });
        }
        led.await();
        System.out.println("led");
        in.readLine();
        long opened = Kernel.opened();
        long left = Kernel.left();
        long cpu = PROCESS.getProcessCpuTime();
        go.countDown();
        done.await();
        cpu = PROCESS.getProcessCpuTime() - cpu;
        return new Sample(workers, cpu, Kernel.opened() - opened, Kernel.left() - left);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
