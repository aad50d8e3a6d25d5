package io.kaagent.benchmark;

import java.io.IOException;

/** One side of a comparison: a client, and the server that it shares with the other side. */
final class Side implements AutoCloseable {
    static final String AGENT = "-javaagent:agent/target/ka-agent.jar";

    private final Child client;
    private final Child server;

    /** When the client is ready: those that keep their connection have it by then. */
    Side(Child client, Child server) throws IOException {
        this.client = client;
        this.server = server;
        client.line();
    }

    /** Lets the client work for so long; meanwhile the other one must be at rest. */
    Window work(long millis) throws IOException {
        long before = connections();
        Window window = Window.parse(client.answer(Long.toString(millis)));
        return window.over(connections() - before);
    }

    private long connections() throws IOException {
        return Long.parseLong(server.answer(""));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
