package io.kaagent.it.child.server;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a site counts. */
final class Tally {
    private final List<ServerSocket> listeners;
    private final List<String> arrivals = new ArrayList<>();
    private final Map<Integer, Integer> perConnection = new HashMap<>();
    private final Map<Integer, Integer> perPort = new HashMap<>();
    private final int limit;
    private int accepted;
    private int open;
    private int mostOpen;

    Tally(List<ServerSocket> listeners, int limit) {
        this.listeners = listeners;
        this.limit = limit;
    }

    /** The connection's number, from 1. */
    synchronized int accepted() throws IOException {
        accepted++;
        open++;
        mostOpen = Math.max(mostOpen, open <= limit ? open : reallyOpen());
        return accepted;
    }

    /** This side hears of a close only when its thread gets to run; the kernel knows at once, but asking it takes its time. */
    private int reallyOpen() throws IOException {
        return Math.min(open, Established.to(listeners, open));
    }

    synchronized void closed() {
        open--;
    }

    synchronized void arrived(int connection, int port, String id) {
        arrivals.add(id);
        perConnection.merge(connection, 1, Integer::sum);
        perPort.merge(port, 1, Integer::sum);
    }

    /** {@code arrivals}: the ids in the order they came; {@code ports}: port:requests; {@code connections}: number:requests. */
    synchronized Message toMessage() {
        return Control.ok()
                .with("accepted", accepted)
                .with("open", open)
                .with("mostOpen", mostOpen)
                .with("arrivals", String.join(",", arrivals))
                .with("ports", pairs(perPort))
                .with("connections", pairs(perConnection));
    }

    private static String pairs(Map<Integer, Integer> counts) {
        StringBuilder pairs = new StringBuilder();
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            pairs.append(pairs.length() == 0 ? "" : ",")
                    .append(count.getKey())
                    .append(':')
                    .append(count.getValue());
        }
        return pairs.toString();
    }
}
