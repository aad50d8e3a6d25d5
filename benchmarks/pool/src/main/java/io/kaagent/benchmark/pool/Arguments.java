package io.kaagent.benchmark.pool;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a benchmark was given: {@code --name}, or {@code --name values}. */
final class Arguments {
    private final Map<String, String> given = new HashMap<>();

    Arguments(String... args) {
        String name = null;
        for (String arg : args) {
            if (arg.startsWith("--")) {
                name = arg.substring(2);
                given.put(name, "");
            } else if (name == null) {
                throw new IllegalArgumentException(arg);
            } else {
                given.put(name, arg);
            }
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    int[] numbers(String name, int... usual) {
        return has(name)
                ? Arrays.stream(given.get(name).split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : usual;
    }

    List<Peers> peers() {
        Stream<Peers> wanted = has("peers")
                ? Arrays.stream(given.get("peers").split(",")).map(Peers::valueOf)
                : Arrays.stream(Peers.values());
        return wanted.toList();
    }
}
