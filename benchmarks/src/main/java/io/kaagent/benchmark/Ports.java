package io.kaagent.benchmark;

/** Where the servers listen. */
final class Ports {
    /** A servlet container, as most origins are: Jetty 9.4. */
    final int container;

    /** A server with next to no work of its own, for which little is saved: a kept thread a connection, answers made beforehand. */
    final int bare;

    /** Another protocol. */
    final int other;

    /** The bare one, over TLS. */
    final int tls;

    Ports(int container, int bare, int other, int tls) {
        this.container = container;
        this.bare = bare;
        this.other = other;
        this.tls = tls;
    }

    static Ports parse(String line) {
        String[] ports = line.split(" ");
        return new Ports(
                Integer.parseInt(ports[0]),
                Integer.parseInt(ports[1]),
                Integer.parseInt(ports[2]),
                Integer.parseInt(ports[3]));
    }

    @Override
    public String toString() {
        return container + " " + bare + " " + other + " " + tls;
    }
}
