package io.kaagent.it;

import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of all requests of one application, as it saw it and as the servers did. */
final class ChaosRun {
    private static final int MOST_TOLD = 10;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> failuresAt = new TreeMap<>();
    private int wrongs;
    private int cutOff;
    private int failed;
    private int sent;
    private long millis;
    private Message receipts;

    /** A round of it. */
    void add(Message findings, long tookMillis) {
        millis += tookMillis;
        lines(findings, "wrong").forEach(wrong::add);
        wrongs += findings.number("wrongs");
        sent += findings.number("sent");
        cutOff += findings.number("cutOff");
        failed += findings.number("failed");
        count(findings, "failures", failures);
        count(findings, "failuresAt", failuresAt);
    }

    void end(Message servers) {
        receipts = servers;
    }

    /** Some of what must never happen: bytes of another request, failures for no reason, hangs. */
    List<String> wrong() {
        return wrong;
    }

    /** How many of that there were. */
    int wrongs() {
        return wrongs;
    }

    /** How many answers were cut off by a server that went down, and taken for whole, as the JDK does. */
    int cutOff() {
        return cutOff;
    }

    int sent() {
        return sent;
    }

    /** How many requests ended with an exception. */
    int failed() {
        return failed;
    }

    /** How often which kind of client ended with which type of exception: {@code RAW java.io.EOFException}. */
    Map<String, Integer> failures() {
        return failures;
    }

    /** What came to a server otherwise than it was sent. */
    String changed() {
        return receipts.get("wrong");
    }

    int connections() {
        return receipts.number("connections");
    }

    /** How many requests that are not idempotent came more than once, by kind of client. */
    Map<String, Integer> repeated() {
        Map<String, Integer> repeated = new TreeMap<>();
        for (String each : receipts.get("repeated").split(",")) {
            String[] parts = each.split("=");
            repeated.put(parts[0], Integer.valueOf(parts[1]));
        }
        return repeated;
    }

    /** How often the request came that came most often. */
    int most() {
        return receipts.number("most");
    }

    @Override
    public String toString() {
        return receipts.get("requests") + " requests arrived over " + connections() + " connections, " + failed
                + " failed " + failuresAt + ", " + cutOff + " cut off, " + wrongs + " wrong, repeated "
                + receipts.get("repeated") + ", "
                + millis + " ms"
                + wrong.stream().limit(MOST_TOLD).map("\n    wrong: "::concat).collect(Collectors.joining());
    }

    private static void count(Message message, String key, Map<String, Integer> counts) {
        lines(message, key).forEach(line -> {
            int space = line.lastIndexOf(' ');
            counts.merge(line.substring(0, space), Integer.valueOf(line.substring(space + 1)), Integer::sum);
        });
    }

    private static Stream<String> lines(Message message, String key) {
        return message.get(key).lines().filter(line -> !line.isEmpty());
    }
}
