package io.kaagent.demo;

/** A server and its client at work. Time zero is when the client began to send. */
final class Run implements AutoCloseable {

    private static final int SETTLED_MILLIS = 5;
    private static final int LATE_MILLIS = 300;

    private final Child server;
    private final Child client;
    private final long start;

    /** Waits for the client to begin. */
    Run(Child server, Child client) {
        this.server = server;
        this.client = client;
        client.expect("started");
        this.start = System.nanoTime();
    }

    /** Returns the counts of this many milliseconds after the start. */
    Sample at(long millis) {
        Pause.until(start, millis);
        return now("counts");
    }

    /**
     * As {@link #at}, but not in the middle of things: when the client has sent so many, which it was to do a moment ago,
     * and both sides have counted nothing new for a few milliseconds. Without that a row could show the instant in which
     * five answers were out and the next five requests not yet in.
     */
    Sample settled(long millis, int sent) {
        Sample before = at(millis);
        Sample sample = at(before.millis() + SETTLED_MILLIS);
        while ((sample.sent() < sent || !sample.sameCounts(before)) && sample.millis() < millis + LATE_MILLIS) {
            before = sample;
            sample = at(before.millis() + SETTLED_MILLIS);
        }
        return sample;
    }

    /** Has the client send so many more, at once. */
    Sample send(int requests) {
        return now("send " + requests);
    }

    /** Looks until the client has so many answers; gives up at this many milliseconds after the start. */
    Sample awaitAnswers(int answers, long untilMillis) {
        Sample sample = now("counts");
        while (sample.answered() < answers && sample.millis() < untilMillis) {
            Pause.until(System.nanoTime(), 20);
            sample = now("counts");
        }
        return sample;
    }

    /** Ends the client, and returns how many requests have come to the server then, answered or not. */
    int endClient() {
        client.end();
        Counts atServer = server.ask("counts");
        return atServer.number("answered") + atServer.number("busy");
    }

    /** Ends both; requests under way are abandoned. */
    @Override
    public void close() {
        client.end();
        server.end();
    }

    private Sample now(String command) {
        // The client first: what it has sent and not got back is then at the server, or waits.
        Counts atClient = client.ask(command);
        Counts atServer = server.ask("counts");
        return new Sample((System.nanoTime() - start) / 1_000_000, atClient, atServer);
    }
}
