package io.kaagent.demo;

/** One look at a run: the client's counts and the server's. */
final class Sample {

    private final long millis;
    private final Counts client;
    private final Counts server;

    Sample(long millis, Counts client, Counts server) {
        this.millis = millis;
        this.client = client;
        this.server = server;
        if (client.number("failed") > 0) {
            throw new ChildFailed(client.number("failed") + " requests failed at the client");
        }
    }

    boolean sameCounts(Sample other) {
        return client.sameAs(other.client) && server.sameAs(other.server);
    }

    /** Since the client began to send. */
    long millis() {
        return millis;
    }

    int sent() {
        return client.number("sent");
    }

    int answered() {
        return client.number("answered");
    }

    /** Requests in work at the server. */
    int busy() {
        return server.number("busy");
    }

    /** Connections open at the server with no request in work. */
    int free() {
        return server.number("open") - busy();
    }

    /** Sent, but not at the server. Never below 0 although the two sides are asked one after the other. */
    int queued() {
        return Math.max(0, sent() - answered() - busy());
    }

    /** Connections accepted by the server so far. */
    int opened() {
        return server.number("opened");
    }

    /** The most connections that were open at once at the server. */
    int peak() {
        return server.number("peak");
    }

    int handshakes() {
        return server.number("handshakes");
    }

    String tls() {
        return server.word("tls");
    }
}
