package io.kaagent.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Keeps processors from resting: on each of them runs a thread of idle priority, which yields to all others. Else what is measured with few
 * threads is how long a virtual processor takes to wake up, and whether the kernel spares one by putting both sides on the other.
 *
 * <p>By {@code taskset} and {@code chrt} of util-linux; where they or a processor are missing, all rest as they like.
 */
public final class Restless implements AutoCloseable {
    private final List<Child> threads = new ArrayList<>();

    /** @param processors how many, from the first on */
    public Restless(int processors) throws IOException {
        boolean possible = true;
        for (int i = 0; i < processors; i++) {
            possible = possible && succeeds(idling(i, Collections.singletonList("true")));
        }
        for (int i = 0; possible && i < processors; i++) {
            File home = new File(System.getProperty("java.home"));
            threads.add(new Child(idling(i, Child.java(home, Collections.<String>emptyList(), Turning.class))));
        }
    }

    /** Whether it does. */
    public boolean works() {
        return !threads.isEmpty();
    }

    /** That command, on that processor only. */
    static List<String> pinned(int processor, List<String> command) {
        List<String> pinned = new ArrayList<>(Arrays.asList("taskset", "-c", String.valueOf(processor)));
        pinned.addAll(command);
        return pinned;
    }

    @Override
    public void close() throws IOException {
        for (Child child : threads) {
            child.close();
        }
    }

    private static List<String> idling(int processor, List<String> command) {
        List<String> idling = new ArrayList<>(Arrays.asList("chrt", "--idle", "0"));
        idling.addAll(pinned(processor, command));
        return idling;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program on this machine
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs until its input ends. */
    static final class Turning {
        private static volatile long turns;

        private Turning() {}

        public static void main(String[] arguments) throws IOException {
            Thread thread = new Thread(Turning::turn);
            thread.setDaemon(true);
            thread.start();
            while (System.in.read() >= 0) {
                // nothing is expected
            }
        }

        private static void turn() {
            while (true) {
                turns++;
            }
        }
    }
}
