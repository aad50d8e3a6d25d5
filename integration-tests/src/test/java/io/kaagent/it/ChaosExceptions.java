package io.kaagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the kinds of clients have been seen to end with, without the agent: the rare ones are not in each run. */
final class ChaosExceptions {
    private static final Path FILE = Path.of("src", "test", "resources", "chaos", "exceptions.txt");
    private static final List<String> REMARKS = List.of(
            "# Types of exceptions, by kind of client, of runs without the agent. integration-tests/record-exceptions adds to them.");

    private ChaosExceptions() {}

    /** As {@code RAW java.io.EOFException}. */
    static Set<String> known() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void add(Set<String> seen) throws IOException {
        Set<String> all = known();
        all.addAll(seen);
        List<String> lines = new ArrayList<>(REMARKS);
        lines.addAll(all);
        Files.write(FILE, lines);
    }
}
