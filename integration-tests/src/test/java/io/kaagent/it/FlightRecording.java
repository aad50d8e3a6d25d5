package io.kaagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The agent's events of one recording. */
record FlightRecording(List<RecordedEvent> events) {
    static FlightRecording in(Path file) {
        try {
            return new FlightRecording(RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().startsWith("io.kaagent."))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests until the application's agent has noticed that it is recorded: what is requested from then on is in the recording. */
    static void awaitNoticed(ClientJvm client, Site warmUp) {
        Await.until(
                () -> {
                    client.exchange(Ask.of(warmUp, "body=10"));
                    return client.tell("recorded").get("events").contains("io.kaagent.End")
                            && !client.tell("threads").get("daemons").contains("ka-agent-recorder");
                },
                () -> client.tell("recorded"));
    }

    FlightRecording about(Site site) {
        return new FlightRecording(events.stream()
                .filter(event -> event.getString("origin").equals(site.origin()))
                .toList());
    }

    /** @param kind such as Take */
    List<RecordedEvent> all(String kind) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("io.kaagent." + kind))
                .toList();
    }

    /** Requests by the last that each connection told. */
    long requests() {
        Map<Long, Long> most = new HashMap<>();
        for (RecordedEvent event : events) {
            if (event.hasField("requests")) {
                most.merge(event.getLong("connection"), event.getLong("requests"), Math::max);
            }
        }
        return most.values().stream().mapToLong(Long::longValue).sum();
    }
}
