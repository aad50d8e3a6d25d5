package io.kaagent.it.child.mix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What arrived at the server from one client: connections, and requests that came whole. */
final class Arrivals {
    private static final int MOST_TOLD = 10;

    private final Map<String, Integer> requests = new TreeMap<>();
    private final Map<Place, Integer> connections = new EnumMap<>(Place.class);
    private final List<String> wrong = new ArrayList<>();

    synchronized void connected(Place place) {
        connections.merge(place, 1, Integer::sum);
    }

    /** How often it has come by now. */
    synchronized int arrived(Reply reply) {
        return requests.merge(reply.id, 1, Integer::sum);
    }

    /** Something came that nobody has sent. */
    synchronized void wrong(String what) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what);
        }
    }

    synchronized String wrong() {
        return String.join("\n", wrong);
    }

    synchronized Map<Place, Integer> connections() {
        return new EnumMap<>(connections);
    }

    /** A line for each: {@code m10000001.0 2}. */
    synchronized void writeTo(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        requests.forEach((id, count) -> lines.add(id + " " + count));
        Files.write(file, lines, StandardCharsets.US_ASCII);
    }
}
