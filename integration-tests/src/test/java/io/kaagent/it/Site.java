package io.kaagent.it;

import io.kaagent.it.child.Message;
import java.util.List;
import java.util.stream.Stream;

/** One or more ports of the server that are counted together. */
final class Site implements AutoCloseable {
    private final RunningJvm server;
    private final String scheme;
    private final String host;
    private final int name;
    private final List<Integer> ports;

    /** @param host its address, as the server that listens there has been told */
    Site(RunningJvm server, String scheme, String host, Message listening) {
        this.server = server;
        this.host = host;
        this.scheme = scheme;
        this.name = listening.number("site");
        this.ports = Stream.of(listening.get("ports").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    String scheme() {
        return scheme;
    }

    int port() {
        return ports.get(0);
    }

    List<Integer> ports() {
        return ports;
    }

    String origin() {
        return scheme + "://" + host + ":" + port();
    }

    String url(String query) {
        return url(port(), query);
    }

    String url(int port, String query) {
        return scheme + "://" + host + ":" + port + "/?" + query;
    }

    Tally tally() {
        return Tally.of(ask("tally"));
    }

    /** Waits until so many requests have arrived in all. */
    void awaitArrivals(int count) {
        Await.until(() -> tally().arrivals().size() >= count, this::tally);
    }

    /** Waits until the server sees so many open connections. */
    void awaitOpen(int count) {
        Await.until(() -> tally().open() == count, this::tally);
    }

    /** Lets so many of the answers go that were asked to hold, the oldest first. */
    void release(int count) {
        server.ask(about("release").with("count", count));
    }

    /** Sends a response nobody asked for on all idle connections; returns on how many. */
    int sendStrayBytes() {
        return onIdle("STRAY");
    }

    /** Has the server do that on all idle connections; returns on how many. */
    int onIdle(String deed) {
        return server.ask(about("idle").with("deed", deed)).number("told");
    }

    @Override
    public void close() {
        ask("close");
    }

    private Message ask(String verb) {
        return server.ask(about(verb));
    }

    private Message about(String verb) {
        return new Message(verb).with("site", name);
    }
}
