package io.kaagent.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDKs to test on: {@code KA_TEST_JDKS="8=/home/of/8,11=/home/of/11"}, or only the one that runs the tests. */
final class Jdks {
    private static final List<Integer> SUPPORTED = List.of(8, 11, 17, 21, 25);
    private static final List<Jdk> ALL = find(System.getenv("KA_TEST_JDKS"));

    static {
        List<Integer> skipped = new ArrayList<>(SUPPORTED);
        ALL.forEach(jdk -> skipped.remove((Integer) jdk.feature()));
        System.out.println("Integration tests on " + ALL + (skipped.isEmpty() ? "" : ", skipped: JDK " + skipped));
    }

    private Jdks() {}

    static Stream<Jdk> all() {
        return ALL.stream();
    }

    /** The one that runs the tests. */
    static Jdk atHand() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    private static List<Jdk> find(String named) {
        if (named == null || named.isBlank()) {
            return List.of(atHand());
        }
        return Stream.of(named.split(",")).map(Jdks::parse).toList();
    }

    private static Jdk parse(String pair) {
        String[] parts = pair.trim().split("=", 2);
        return new Jdk(Integer.parseInt(parts[0]), Path.of(parts[1]));
    }
}
