package io.kaagent.it.child.chaos;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import io.kaagent.it.child.mix.Footprint;
import io.kaagent.it.child.mix.Garbage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An application of many threads, each of which sends its requests by every kind of client there is. */
public final class ChaosClient {
    /** Nothing takes longer: each of them has its read time-out, or a server that leaves. */
    private static final long PATIENCE_SECONDS = 25;

    private ChaosClient() {}

    public static void main(String[] none) throws IOException {
        Control.obey(ChaosClient::handle);
    }

    private static Message handle(Message message) throws Exception {
        switch (message.verb()) {
            case "run":
                return run(message);
            case "look":
                System.gc();
                return Footprint.now();
            case "sample":
                Garbage.collect();
                return Footprint.now().withAll(classes());
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    /** {@code metaspace}: bytes in use; {@code classes}: how many are loaded. */
    private static Message classes() {
        long metaspace = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            metaspace += pool.getName().equals("Metaspace") ? pool.getUsage().getUsed() : 0;
        }
        return Control.ok()
                .with("metaspace", metaspace)
                .with("classes", ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static Message run(Message message) throws InterruptedException {
        Findings findings = new Findings();
        int[] ports = Stream.of(message.get("ports").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        AtomicInteger next = new AtomicInteger(message.number("from"));
        List<Worker> workers = new ArrayList<>();
        int threads = message.number("threads");
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker(
                    message.number("seed"), ports, next, message.number("to"), message.has("quick"), findings);
            workers.add(worker);
            executor.execute(worker);
        }
        executor.shutdown();
        while (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
            String overdue = overdue(workers);
            if (overdue != null) {
                findings.wrong(overdue);
                return findings.toMessage(); // whoever hangs may do so for ever
            }
        }
        return findings.toMessage();
    }

    /** The requests that hang, and the stacks of all threads; null if none does. */
    private static String overdue(List<Worker> workers) {
        StringBuilder text = new StringBuilder();
        for (Worker worker : workers) {
            String what = worker.overdue(PATIENCE_SECONDS);
            text.append(what == null ? "" : "hangs: " + what + "\n");
        }
        if (text.length() == 0) {
            return null;
        }
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            text.append('\n').append(thread.getKey()).append('\n');
            for (StackTraceElement element : thread.getValue()) {
                text.append("    at ").append(element).append('\n');
            }
        }
        return text.toString();
    }
}
