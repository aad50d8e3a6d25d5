package io.kaagent.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads a stream of a process to its end, so that the process never waits for us: marked lines into a queue, the others into a list. */
final class Lines {
    private final List<String> others = new ArrayList<>();
    private final BlockingQueue<String> marked = new LinkedBlockingQueue<>();
    private final Thread reader;

    /** @param mark the start of the lines that go into the queue, without it */
    Lines(InputStream stream, String mark) {
        reader = new Thread(() -> read(stream, mark), "lines");
        reader.setDaemon(true);
        reader.start();
    }

    /** The next marked line, or null when the time is over. */
    String next(Duration patience) throws InterruptedException {
        return marked.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What has come so far and was not marked. */
    List<String> others() {
        synchronized (others) {
            return List.copyOf(others);
        }
    }

    /** Waits for the end of the stream. */
    List<String> all() throws InterruptedException {
        reader.join();
        return others();
    }

    private void read(InputStream stream, String mark) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (mark != null && line.startsWith(mark)) {
                    marked.add(line.substring(mark.length()));
                } else {
                    add(line);
                }
            }
        } catch (IOException e) {
            add("(unreadable: " + e + ")");
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        synchronized (others) {
            others.add(line);
        }
    }
}
