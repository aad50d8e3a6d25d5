package io.kaagent.it.child.server;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a site counts. */
final class Tally {
    private static final int LOOKS = 3;
    private static final long NANOS_BETWEEN_LOOKS = 1_000_000;

    private final List<ServerSocket> listeners;
    private final List<String> arrivals = new ArrayList<>();
    private final int limit;
    private int accepted;
    private int open;
    private int mostOpen;
    private int broken;
    private int handshakes;

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

    /**
     * This side hears of a close only when its thread gets to run. The kernel knows at once, unless it is just then busy with the socket: hence
     * more than one look. The connection that is being counted is not served meanwhile.
     */
    private int reallyOpen() throws IOException {
        int least = open;
        for (int look = 0; look < LOOKS && least > limit; look++) {
            least = Math.min(least, Established.to(listeners, open));
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
        return least;
    }

    synchronized void closed() {
        open--;
    }

    /** By an exception on this side. */
    synchronized void brokenOff() {
        broken++;
    }

    synchronized void handshaken() {
        handshakes++;
    }

    synchronized void arrived(String id) {
        arrivals.add(id);
    }

    /** {@code arrivals}: the ids in the order they came. */
    synchronized Message toMessage() {
        return Control.ok()
                .with("accepted", accepted)
                .with("open", open)
                .with("mostOpen", mostOpen)
                .with("broken", broken)
                .with("handshakes", handshakes)
                .with("arrivals", String.join(",", arrivals));
    }
}
