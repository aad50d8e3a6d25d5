package io.kaagent.demo;

import java.util.HashMap;
import java.util.Map;

/** A line of {@code name=value} pairs, as the server and the clients answer. */
final class Counts {

    private final Map<String, String> values = new HashMap<>();

    Counts(String line) {
        for (String pair : line.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new ChildFailed("expected counts, got: " + line);
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    boolean sameAs(Counts other) {
        return values.equals(other.values);
    }

    int number(String name) {
        return Integer.parseInt(word(name));
    }

    String word(String name) {
        return values.get(name);
    }
}
