package io.kaagent.it;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.mix.Case;
import io.kaagent.it.child.mix.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one application saw of all requests, by their numbers, and what the server saw of them. */
final class MixRun {
    private final int seed;
    private final long millis;
    private final Map<Integer, Seen> seen;
    private final Map<String, Integer> arrivals;
    private final Message tally;

    MixRun(int seed, long millis, Path lines, Path arrived, Message tally) {
        this.seed = seed;
        this.millis = millis;
        this.seen = read(lines)
                .map(line -> line.split("\t", 4))
                .collect(Collectors.toMap(
                        parts -> Integer.valueOf(parts[0]),
                        parts -> new Seen(parts[1].equals("FOREIGN"), parts[2], parts[3]),
                        (one, other) -> {
                            throw new AssertionError(one + " and " + other);
                        },
                        TreeMap::new));
        this.arrivals = read(arrived)
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
        this.tally = tally;
    }

    Map<Integer, Seen> seen() {
        return seen;
    }

    /** How often each answer was asked for by a request that came whole, by the answer's id. */
    Map<String, Integer> arrivals() {
        return arrivals;
    }

    int times(String answer) {
        return arrivals.getOrDefault(answer, 0);
    }

    /** Requests that nobody has sent so. */
    String wrong() {
        return tally.get("wrong");
    }

    Case request(int number) {
        return Case.of(seed, number);
    }

    @Override
    public String toString() {
        String places = Stream.of(Place.values())
                .map(place -> place + " " + tally.number(place.name(), 0))
                .collect(Collectors.joining(", "));
        return tally.get("connections") + " connections (" + places + "), " + millis + " ms";
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of one request.
     *
     * @param foreign whether anything of it belongs to another request
     * @param shape the same for all that came to the same end
     * @param exact all there was to be seen
     */
    record Seen(boolean foreign, String shape, String exact) {
        private static final Pattern LENGTH = Pattern.compile(" body (\\d+) ");

        /** How many bytes of a body there were. */
        int bodyLength() {
            Matcher length = LENGTH.matcher(exact);
            return length.find() ? Integer.parseInt(length.group(1)) : 0;
        }
    }
}
