package io.kaagent.watch.jmx;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Scheduling;
import io.kaagent.pool.Counters;
import io.kaagent.pool.Origin;
import io.kaagent.pool.OriginSnapshot;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Snapshot;
import java.util.Collections;
import java.util.List;

/**
 * What is shown of the pool, or of one origin. Names follow HikariCP's MXBean where it has the same thing, units Prometheus: seconds, and
 * counters that only rise. Any thread.
 */
final class State {
    private final Pool pool;
    private final Controls controls;
    private final Origin origin;

    /** @param origin null for all of the pool */
    State(Pool pool, Controls controls, Origin origin) {
        this.pool = pool;
        this.controls = controls;
        this.origin = origin;
    }

    /** All of one moment; nothing where the origin is forgotten. */
    List<Reading> now() {
        Readings into = new Readings();
        if (origin == null) {
            Snapshot now = pool.accounting().total();
            connections(into, now.busy(), now.free(), now.waiting());
            counters(into, now.counters());
            limits(into);
            into.limit("MaxTotalSockets", now.maxTotalSockets(), "The most connections that may be open in all");
            agent(into);
            return into.all();
        }
        OriginSnapshot now = pool.accounting().snapshot(origin);
        if (now == null) {
            return Collections.emptyList();
        }
        connections(into, now.busy(), now.free(), now.waiting());
        counters(into, now.counters());
        limits(into);
        return into.all();
    }

    private static void connections(Readings into, int busy, int free, int waiting) {
        into.count(
                "ActiveConnections", busy, "Connections in use now: connecting, in a caller's hands, or being closed");
        into.count("IdleConnections", free, "Connections that are free now");
        into.count("TotalConnections", busy + free, "Connections open now, active and idle");
        into.count("ThreadsAwaitingConnection", waiting, "Callers that wait for a connection now");
    }

    private static void counters(Readings into, Counters counted) {
        into.count("Requests", counted.requests(), "Requests sent, those sent once more included");
        into.count("RequestsResent", counted.resent(), "Requests sent once more, since their connection had ended");
        into.count("ConnectionsOpened", counted.created(), "Connections opened");
        into.count("ConnectionsReused", counted.reused(), "Times a free connection was taken");
        into.count("ConnectionsHandedOff", counted.handedOff(), "Times a connection went straight to a waiting caller");
        into.count(
                "ConnectionsReopened", counted.reopened(), "Times the JDK closed one and opened another in its place");
        into.count("ConnectionsGivenBack", counted.served(), "Times a connection was given back");
        into.count("ConnectionsLeaked", counted.leaked(), "Connections that the application dropped unclosed");
        into.count("ConnectionsClosed", counted.destroyed(), "Connections that have ended");
        into.table("ConnectionsClosedByReason", Reasons.table(counted), "The same, by why they ended");
        into.count("ConnectFailures", counted.connectFailures(), "Connections that could not be opened");
        into.count("AcquireTimeouts", counted.takeTimeouts(), "Callers that waited in vain");
        into.count("AcquireRejections", counted.queueFull(), "Callers turned away, since too many were waiting");
        into.times("Wait", counted.waiting(), "waits for a connection, of callers that had to wait and were served");
        into.times("Connect", counted.connecting(), "opening a connection, looking up its server's name included");
        into.times("Handshake", counted.handshakes(), "the first TLS handshake of a connection");
        into.times("ConnectionAge", counted.ages(), "the age of connections when they ended");
        into.numbers(
                "RequestsPerConnection", counted.requestsPerConnection(), "requests on connections that have ended");
    }

    private void limits(Readings into) {
        OriginOptions options = controls.options(origin);
        into.limit("MaxSockets", options.maxSockets(), "The most connections that may be open to one origin");
        into.limit("MaxFreeSockets", options.maxFreeSockets(), "The most free connections that are kept to one origin");
        into.limit("MaxPending", options.maxPending(), "The most callers that may wait for one origin");
        seconds(into, "TimeoutSeconds", controls.idleMillis(options), "How long a connection may be free");
        seconds(into, "AcquireTimeoutSeconds", options.acquireTimeoutMillis(), "How long a caller may wait");
        seconds(into, "SocketActiveTtlSeconds", options.socketActiveTtlMillis(), "The greatest age of a connection");
        into.text(
                "Scheduling",
                options.scheduling() == Scheduling.FIFO ? "fifo" : "lifo",
                "Which free connection is taken first");
        into.flag("KeepAlive", options.keepAlive(), "Whether free connections are kept");
        into.flag("Pooling", controls.isPooling(origin), "Whether new requests are pooled");
    }

    private static void seconds(Readings into, String name, long millis, String meaning) {
        into.number(name, millis / 1000.0, meaning + ", in seconds; 0: no limit");
    }

    private void agent(Readings into) {
        into.count("Defects", controls.defects(), "How often the agent itself has failed; requests went on without it");
        into.text("Version", controls.version(), "The agent's");
    }
}
