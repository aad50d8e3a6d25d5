package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.Child;
import java.io.IOException;

/** A client in its JVM, the sidecar that it may have, and where it finds the servers. */
final class Runner implements AutoCloseable {
    /** Fewer than there are local ports (28 000 by default), by so many that those of the window before may still be taken. */
    private static final int MOST_REQUESTS = 12000;

    /** What nobody reads is open until the garbage collector comes, at the server, too. */
    private static final int MOST_LEAKING = 1500;

    final Way way;
    private final Legacy legacy;
    private final Child client;
    private final Sidecar sidecar;
    private final String near;
    private final String far;

    /**
     * @param sidecar may be null
     * @param near where this client finds the server of its own host; {@code %d} stands for the number of threads
     */
    Runner(Way way, Legacy legacy, Child client, Sidecar sidecar, String near, String far) throws IOException {
        this.way = way;
        this.legacy = legacy;
        this.client = client;
        this.sidecar = sidecar;
        this.near = near;
        this.far = far;
        client.line();
    }

    Seen work(Origins origins, Place place, int millis) throws IOException {
        boolean isFar = place.delay > 0;
        String server = String.format(isFar ? far : near, place.threads);
        client.answer(place.threads + " " + millis + " " + most() + " " + server);
        long[] before = origins.counts(isFar);
        long cpu = sidecar == null ? 0 : sidecar.cpuNanos();
        Sample sample = Sample.parse(client.answer("go"));
        cpu = sidecar == null ? 0 : sidecar.cpuNanos() - cpu;
        return new Seen(sample, before, origins.counts(isFar), cpu);
    }

    /** In one window; a client that keeps its connections needs no bound. */
    private int most() {
        boolean keeps = way.ported() || way == Way.AGENT || legacy == Legacy.READ_CLOSE;
        if (legacy == Legacy.UNREAD_ERROR) {
            return keeps || way == Way.TUNED ? Integer.MAX_VALUE : MOST_LEAKING;
        }
        return keeps ? Integer.MAX_VALUE : MOST_REQUESTS;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
