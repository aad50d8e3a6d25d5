package io.kaagent.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/** A client that works when it is told to: says that it is ready, reads a number of milliseconds a line, and answers each with what it did. */
public final class Client {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Client() {}

    /** Shape and ports. */
    public static void main(String[] arguments) throws IOException {
        Work work = Shape.valueOf(arguments[0]).work(Ports.parse(arguments[1]));
        Onlookers.begin();
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "US-ASCII"));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(measure(work, Long.parseLong(line) * 1000000));
        }
        System.exit(0);
    }

    private static Window measure(Work work, long nanos) throws IOException {
        long thread = Thread.currentThread().getId();
        long count = 0;
        long calls = 0;
        long cpu = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long start = System.nanoTime();
        long end;
        do {
            calls += work.once();
            count++;
            end = System.nanoTime();
        } while (end - start < nanos);
        bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
        return new Window(count, calls, end - start, THREADS.getCurrentThreadCpuTime() - cpu, bytes);
    }
}
