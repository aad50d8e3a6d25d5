package io.kaagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that a client and a server take in turn. In the file a scenario is a line {@code = name: options of the agent} and a line for each
 * step; {@code request a1..5} is five of them.
 *
 * @param options as Node names them, with spaces between
 */
record NodeScenario(String name, String options, List<String> steps) {
    static final Path DIRECTORY = Path.of("src", "test", "resources", "node");

    static List<NodeScenario> all() {
        List<NodeScenario> all = new ArrayList<>();
        read("scenarios.txt").forEach((title, lines) -> {
            String[] parts = title.split(":", 2);
            all.add(new NodeScenario(parts[0], parts[1].trim(), steps(lines)));
        });
        return all;
    }

    /** What a file has under each of its titles; lines with # are remarks. */
    static Map<String, List<String>> read(String file) {
        try {
            Map<String, List<String>> blocks = new LinkedHashMap<>();
            List<String> block = null;
            for (String line : Files.readAllLines(DIRECTORY.resolve(file))) {
                if (line.startsWith("= ")) {
                    block = new ArrayList<>();
                    if (blocks.put(line.substring(2), block) != null) {
                        throw new IllegalArgumentException("twice: " + line);
                    }
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    block.add(line.trim());
                }
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happened at each step, a line each. */
    List<String> play(TracedClient client) {
        client.forget();
        Await.until(() -> client.state().open() == 0, () -> "connections of the scenario before: " + client.state());
        try (TracedServer server = new TracedServer()) {
            List<String> trace = new ArrayList<>();
            int sent = 0;
            for (String step : steps) {
                String[] words = step.split(" ");
                String how = words.length > 2 ? words[words.length - 1] : "";
                String trouble = "";
                switch (words[0]) {
                    case "request":
                        client.request(words[1], server.port(how.equals("B") ? "B" : "A"), how);
                        sent++;
                        break;
                    case "answer":
                        trouble = answered(client, server, words[1], how);
                        break;
                    case "close":
                        server.closeConnectionOf(words[1]);
                        break;
                    case "idle":
                        int before = server.open();
                        Await.until(() -> server.open() < before, () -> step);
                        break;
                    default:
                        throw new IllegalArgumentException(step);
                }
                String happened = settled(client, server, sent, trouble);
                trace.add(happened.isEmpty() ? step : step + ": " + happened);
            }
            return trace;
        }
    }

    private static String answered(TracedClient client, TracedServer server, String name, String how) {
        if (!server.hasCome(name)) {
            return name + " has not come";
        }
        server.answer(name, how);
        client.awaitEnd(name);
        return "";
    }

    /**
     * Until every request has either come to the server or waits, and both know of as many connections. The server is asked before and after
     * the client: if it says the same, that is so at the moment the client was asked.
     */
    private static String settled(TracedClient client, TracedServer server, int sent, String trouble) {
        TracedClient.State[] state = new TracedClient.State[1];
        Await.until(
                () -> {
                    int arrived = server.arrived();
                    int open = server.open();
                    state[0] = client.state();
                    return sent - arrived == state[0].waiting()
                            && open == state[0].open()
                            && arrived == server.arrived()
                            && open == server.open();
                },
                () -> sent + " sent, " + server.arrived() + " arrived, " + state[0] + ", " + server.open() + " open");
        String events = server.takeEvents();
        String waiting = state[0].waiting() == 0 ? "" : state[0].waiting() + " waiting";
        return String.join(
                ", ",
                List.of(events, trouble, waiting).stream()
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    private static List<String> steps(List<String> lines) {
        List<String> steps = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            int dots = words.length > 1 ? words[1].indexOf("..") : -1;
            if (dots < 0) {
                steps.add(line);
                continue;
            }
            int first = dots;
            while (Character.isDigit(words[1].charAt(first - 1))) {
                first--;
            }
            int last = Integer.parseInt(words[1].substring(dots + 2));
            for (int i = Integer.parseInt(words[1].substring(first, dots)); i <= last; i++) {
                steps.add(line.replace(words[1], words[1].substring(0, first) + i));
            }
        }
        return steps;
    }
}
