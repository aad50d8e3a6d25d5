package io.kaagent.it.child.origin;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.List;

/** What an origin counts: its connections, and each request with the connection it came over. */
final class Ledger {
    private final List<String> arrivals = new ArrayList<>();
    private final List<Integer> connections = new ArrayList<>();
    private int accepted;
    private int open;
    private int mostOpen;
    private int broken;

    /** The connection's number, from 1. */
    synchronized int accepted() {
        accepted++;
        open++;
        mostOpen = Math.max(mostOpen, open);
        return accepted;
    }

    synchronized void closed() {
        open--;
    }

    /** By an exception on this side. */
    synchronized void brokenOff() {
        broken++;
    }

    synchronized void arrived(String id, int connection) {
        arrivals.add(id);
        connections.add(connection);
    }

    /** {@code arrivals}: the ids in the order they came; {@code connections}: the number of each one's connection. */
    synchronized Message toMessage() {
        StringBuilder numbers = new StringBuilder();
        for (int connection : connections) {
            numbers.append(numbers.length() == 0 ? "" : ",").append(connection);
        }
        return Control.ok()
                .with("accepted", accepted)
                .with("open", open)
                .with("mostOpen", mostOpen)
                .with("broken", broken)
                .with("arrivals", String.join(",", arrivals))
                .with("connections", numbers);
    }
}
