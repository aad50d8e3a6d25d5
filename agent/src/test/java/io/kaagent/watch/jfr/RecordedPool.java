package io.kaagent.watch.jfr;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A pool of one connection to an origin, and a recording of what it does. */
final class RecordedPool implements AutoCloseable, LimitsSource, Clock {
    final Pool pool = new Pool(this, this);
    private final Name name;
    private final Recording recording = new Recording();

    /** @param host nobody else's: all recordings of a JVM get all events */
    RecordedPool(String host) {
        name = new Name(new Origin("http", host, 80), null);
        recording.start();
    }

    private static void unexpected(Throwable e) {
        throw new AssertionError(e);
    }

    RecordedPool watchedBy(Watcher watcher) {
        pool.watch(watcher, watcher instanceof Watcher.Defects ? (Watcher.Defects) watcher : RecordedPool::unexpected);
        return this;
    }

    Name name() {
        return name;
    }

    /** The events about that host, the oldest first. */
    List<RecordedEvent> events() throws IOException {
        Path file = Files.createTempFile("recording", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().startsWith("io.kaagent."))
                    .filter(event -> event.getString("origin").equals(name.toString()))
                    .sorted((one, other) -> one.getEndTime().compareTo(other.getEndTime()))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public Limits of(Origin origin) {
        return Limits.builder().maxSockets(1).maxAgeMillis(0).build();
    }

    @Override
    public int maxTotalSockets() {
        return Limits.INFINITY;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void close() {
        recording.close();
    }
}
