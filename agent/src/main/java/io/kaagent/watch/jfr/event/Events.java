package io.kaagent.watch.jfr.event;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Watcher;
import jdk.jfr.FlightRecorder;

/**
 * Puts what the pool does into the recordings that run. Any thread.
 *
 * <p>An event that lasts must begin and end on one thread, so that JFR can tell its time: it is {@link UnderWay} there in between.
 */
public final class Events implements Watcher {
    private final UnderWay underWay = new UnderWay();

    /** Registers all events. May wait for JFR's locks: not on a thread of the application. */
    public Events() {
        FlightRecorder.register(Take.class);
        FlightRecorder.register(Connect.class);
        FlightRecorder.register(Handshake.class);
        FlightRecorder.register(GiveBack.class);
        FlightRecorder.register(End.class);
    }

    @Override
    public void waits(Name name) {
        Take take = new Take();
        if (take.isEnabled()) {
            take.begin();
            underWay.begins(take, 0);
        }
    }

    @Override
    public void taken(Connection c, boolean reused, long waitedNanos) {
        Take begun = waitedNanos > 0 ? underWay.over(Take.class, 0) : null;
        Take take = begun == null ? new Take() : begun;
        if (take.isEnabled()) {
            take.about(c);
            take.reused = reused;
            take.waited = waitedNanos;
            take.age = reused ? c.ageNanos(c.takenAt()) : 0;
            take.requests = c.requests();
            take.commit();
        }
        if (!reused) {
            connects(c);
        }
    }

    private void connects(Connection c) {
        Connect connect = new Connect();
        if (connect.isEnabled()) {
            connect.begin();
            underWay.begins(connect, c.number());
        }
    }

    @Override
    public void refused(Origin origin, Exception why) {}

    @Override
    public void opened(Connection c, long connectNanos) {
        Connect begun = underWay.over(Connect.class, c.number());
        Connect connect = begun == null || connectNanos == 0 ? new Connect() : begun;
        if (connect.isEnabled()) {
            connect.lookUp = Math.min(c.lookUpNanos(), connectNanos);
            connect.connect = connectNanos - connect.lookUp;
            connect.succeeded = true;
            connect.about(c);
            connect.commit();
        }
    }

    @Override
    public void reopened(Connection c, long ageNanos, int requests) {
        ended(c, Reason.CLOSED_BY_OWNER, ageNanos, requests);
        Connect connect = new Connect();
        if (connect.isEnabled()) {
            connect.reopened = true;
            connect.succeeded = true;
            connect.about(c);
            connect.commit();
        }
    }

    @Override
    public void handshakes(Connection c) {
        Handshake handshake = new Handshake();
        if (handshake.isEnabled()) {
            handshake.begin();
            underWay.begins(handshake, c.number());
        }
    }

    @Override
    public void handshaken(Connection c, long nanos) {
        Handshake begun = underWay.over(Handshake.class, c.number());
        Handshake handshake = begun == null ? new Handshake() : begun; // of a raw socket it is told when it is over
        if (handshake.isEnabled()) {
            handshake.succeeded = true;
            handshake.took = nanos;
            handshake.about(c);
            handshake.commit();
        }
    }

    @Override
    public void given(Connection c, Fate fate) {
        GiveBack given = new GiveBack();
        if (fate != Fate.IGNORED && given.isEnabled()) {
            given.about(c);
            given.fate = fate.name();
            given.requests = c.requests();
            given.commit();
        }
    }

    /** What never was open has no end, but a connecting that did not succeed. */
    @Override
    public void ended(Connection c, Reason reason) {
        ConnectionEvent failed = underWay.over(ConnectionEvent.class, c.number());
        if (failed != null) {
            failed.about(c);
            failed.commit();
        }
        if (!c.mustConnect()) {
            ended(c, reason, c.ageAtEndNanos(), c.requests());
        }
    }

    private static void ended(Connection c, Reason reason, long ageNanos, int requests) {
        End end = new End();
        if (end.isEnabled()) {
            end.about(c);
            end.reason = reason.name();
            end.age = ageNanos;
            end.requests = requests;
            end.commit();
        }
    }
}
