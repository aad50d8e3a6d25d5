package io.kaagent.watch;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Reason;
import java.util.EnumMap;
import java.util.Map;

/**
 * What becomes of each connection, on the log: its opening and its end as DEBUG, taking it and giving it back as TRACE. To be asked only if
 * the level is DEBUG at least.
 */
public final class ConnectionLog extends WatcherAdapter {
    /** A look-up that takes less has looked up nothing. */
    private static final long TOLD_NANOS = 100000L;

    private static final Map<Fate, String> FATES = fates();

    @Override
    public void opened(Connection connection, long connectNanos) {
        long lookUp = connection.lookUpNanos();
        Log.debug(named(connection) + " opened in " + Figures.time(connectNanos)
                + (lookUp >= TOLD_NANOS ? ", " + Figures.time(lookUp) + " of it for the server's name" : ""));
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        if (reason == Reason.CONNECT_FAILED) {
            Log.debug(named(connection) + " could not be opened");
        } else if (connection.mustConnect()) {
            Log.debug(named(connection) + " is none that can be followed, and is left to the JDK");
        } else {
            ended(connection, connection.ageAtEndNanos(), connection.requests(), Ends.inWords(reason));
        }
    }

    @Override
    public void reopened(Connection connection, long ageNanos, int requests) {
        ended(
                connection,
                ageNanos,
                requests,
                Ends.inWords(Reason.CLOSED_BY_OWNER) + "; another was opened in its place");
    }

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {
        if (Log.isTrace()) {
            Log.trace(named(connection)
                    + (reused ? " taken, open already" : " taken, to be opened")
                    + (waitedNanos > 0 ? ", after " + Figures.time(waitedNanos) + " in the queue" : ""));
        }
    }

    @Override
    public void given(Connection connection, Fate fate) {
        if (Log.isTrace()) {
            Log.trace(named(connection) + " given back: " + FATES.get(fate));
        }
    }

    private static void ended(Connection connection, long ageNanos, int requests, String reason) {
        Log.debug(named(connection) + " ended after " + Figures.time(ageNanos) + " and "
                + Figures.count(requests, "request") + ": " + reason);
    }

    private static String named(Connection connection) {
        return "connection " + connection.number() + " to " + connection.name();
    }

    private static Map<Fate, String> fates() {
        Map<Fate, String> fates = new EnumMap<Fate, String>(Fate.class);
        fates.put(Fate.PARKED, "free");
        fates.put(Fate.HANDED_OFF, "to a caller who waited");
        fates.put(Fate.DESTROYED, "closed");
        fates.put(Fate.IGNORED, "too late, it was not the giver's any more");
        return fates;
    }
}
