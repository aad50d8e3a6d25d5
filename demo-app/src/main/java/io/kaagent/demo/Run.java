package io.kaagent.demo;

/** A server and its client at work. Time zero is when the client began to send. */
final class Run implements AutoCloseable {

    private static final int LATE_MILLIS = 400;

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

    /** As {@link #at}, but not before the client has sent so many, which it was to do a moment ago. */
    Sample afterBatch(long millis, int sent) {
        Sample sample = at(millis);
        while (sample.sent() < sent && sample.millis() < millis + LATE_MILLIS) {
            sample = at(sample.millis() + 1);
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
