package io.kaagent.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Gives clients and server a processor each, neither of which ever rests: on each a thread of idle priority runs, which yields to all others.
 * Else what is measured with one thread is whether the kernel puts both sides on one processor, and how long a virtual one takes to wake up,
 * both of which change from window to window.
 *
 * <p>By {@code taskset} and {@code chrt} of util-linux; where they or a second processor are missing, all run where the kernel puts them.
 */
final class Processors implements AutoCloseable {
    private static final int CLIENTS = 0;
    private static final int SERVER = 1;

    private final List<Child> restless = new ArrayList<>();

    Processors() throws IOException {
        if (succeeds(idling(CLIENTS, "true")) && succeeds(idling(SERVER, "true"))) {
            for (int processor = CLIENTS; processor <= SERVER; processor++) {
                File home = new File(System.getProperty("java.home"));
                List<String> java = Child.java(home, Collections.<String>emptyList(), Restless.class);
                restless.add(new Child(idling(processor, java.toArray(new String[0]))));
            }
        }
    }

    String told() {
        return restless.isEmpty()
                ? "left to the kernel"
                : "one for the clients, one for the server, kept from resting by a thread of idle priority each";
    }

    Child client(File jdk, List<String> options, Class<?> main, String... arguments) throws IOException {
        return on(CLIENTS, jdk, options, main, arguments);
    }

    Child server(File jdk, List<String> options, Class<?> main) throws IOException {
        return on(SERVER, jdk, options, main);
    }

    @Override
    public void close() throws IOException {
        for (Child child : restless) {
            child.close();
        }
    }

    private Child on(int processor, File jdk, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        if (restless.isEmpty()) {
            return new Child(jdk, options, main, arguments);
        }
        List<String> all = new ArrayList<>(options);
        all.add("-XX:ActiveProcessorCount=2"); // with one it would pick another collector and other compilers
        return new Child(pinned(processor, Child.java(jdk, all, main, arguments)));
    }

    private static List<String> pinned(int processor, List<String> command) {
        List<String> pinned = new ArrayList<>(Arrays.asList("taskset", "-c", String.valueOf(processor)));
        pinned.addAll(command);
        return pinned;
    }

    private static List<String> idling(int processor, String... command) {
        List<String> idling = new ArrayList<>(Arrays.asList("chrt", "--idle", "0"));
        idling.addAll(pinned(processor, Arrays.asList(command)));
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
    static final class Restless {
        private static volatile long turns;

        private Restless() {}

        public static void main(String[] arguments) throws IOException {
            Thread thread = new Thread(Restless::turn);
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
