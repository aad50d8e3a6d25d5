package io.kaagent.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives clients and server a processor each, neither of which ever rests ({@link Restless}). Else what is measured with one thread is whether
 * the kernel puts both sides on one processor, which changes from window to window.
 *
 * <p>Where that can't be, all run where the kernel puts them.
 */
final class Processors implements AutoCloseable {
    private static final int CLIENTS = 0;
    private static final int SERVER = 1;

    private final Restless restless = new Restless(2);

    Processors() throws IOException {}

    String told() {
        return restless.works()
                ? "one for the clients, one for the server, kept from resting by a thread of idle priority each"
                : "left to the kernel";
    }

    Child client(File jdk, List<String> options, Class<?> main, String... arguments) throws IOException {
        return on(CLIENTS, jdk, options, main, arguments);
    }

    Child server(File jdk, List<String> options, Class<?> main) throws IOException {
        return on(SERVER, jdk, options, main);
    }

    @Override
    public void close() throws IOException {
        restless.close();
    }

    private Child on(int processor, File jdk, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        if (!restless.works()) {
            return new Child(jdk, options, main, arguments);
        }
        List<String> all = new ArrayList<>(options);
        all.add("-XX:ActiveProcessorCount=2"); // with one it would pick another collector and other compilers
        return new Child(Restless.pinned(processor, Child.java(jdk, all, main, arguments)));
    }
}
