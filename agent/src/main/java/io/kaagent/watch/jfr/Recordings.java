package io.kaagent.watch.jfr;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Watcher;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells recordings what the pool does, once there is one: {@code -XX:StartFlightRecording}, {@code jcmd PID JFR.start}, or by the
 * application itself. Whether there is one is looked at when a connection is taken, at most five times a second.
 *
 * <p>Until then a take costs a volatile read and a comparison, everything else a volatile read. The events are registered in the background:
 * registering takes JFR's locks, and loads what may want locks that the application's thread has here. Nobody waits for it, so the first moments
 * of a recording lack our events.
 *
 * <p>Threading: any.
 */
public final class Recordings implements Watcher, Watcher.Defects {
    private static final long LOOK_EVERY_NANOS = 200000000L;

    private final Clock clock;
    private final Outside outside;
    private final AtomicBoolean noticed = new AtomicBoolean();
    private volatile long nextLook;
    private volatile Watcher events;

    /** @param clock the pool's */
    public Recordings(Clock clock, Outside outside) {
        this.clock = clock;
        this.outside = outside;
        this.nextLook = clock.nanos();
    }

    /** What is not for this package to know. */
    public interface Outside {
        /** Runs it on a thread that holds no lock and inherits nothing. */
        void inBackground(Runnable task);

        /** Never throws. */
        void defect(Throwable e);
    }

    @Override
    public void waits(Name name) {
        Watcher told = events;
        if (told != null) {
            told.waits(name);
        }
    }

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {
        Watcher told = events;
        if (told != null) {
            told.taken(connection, reused, waitedNanos);
        } else if (connection.takenAt() - nextLook >= 0) {
            lookAround();
        }
    }

    /** Not in a recording: the application has its exception. */
    @Override
    public void refused(Origin origin, Exception why) {}

    @Override
    public void opened(Connection connection, long connectNanos) {
        Watcher told = events;
        if (told != null) {
            told.opened(connection, connectNanos);
        }
    }

    @Override
    public void reopened(Connection connection, long ageNanos, int requests) {
        Watcher told = events;
        if (told != null) {
            told.reopened(connection, ageNanos, requests);
        }
    }

    @Override
    public void handshakes(Connection connection) {
        Watcher told = events;
        if (told != null) {
            told.handshakes(connection);
        }
    }

    @Override
    public void handshaken(Connection connection, long nanos) {
        Watcher told = events;
        if (told != null) {
            told.handshaken(connection, nanos);
        }
    }

    @Override
    public void given(Connection connection, Fate fate) {
        Watcher told = events;
        if (told != null) {
            told.given(connection, fate);
        }
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        Watcher told = events;
        if (told != null) {
            told.ended(connection, reason);
        }
    }

    private void lookAround() {
        try {
            look();
        } catch (ReflectiveOperationException e) {
            failed(e);
        }
    }

    private void look() throws ReflectiveOperationException {
        nextLook = clock.nanos() + LOOK_EVERY_NANOS; // two threads at once look twice
        if (!noticed.get() && FlightRecorderState.isInUse() && noticed.compareAndSet(false, true)) {
            boolean started = false;
            try {
                outside.inBackground(new Registration());
                started = true;
            } finally {
                noticed.set(started); // no thread to be had: later perhaps
            }
        }
    }

    /** A stack or a heap that ran out just here is no reason. */
    @Override
    public void failed(Throwable e) {
        if (!(e instanceof StackOverflowError || e instanceof OutOfMemoryError)) {
            events = null;
            noticed.set(true);
            outside.defect(new IllegalStateException("events for Java Flight Recorder are given up", e));
        }
    }

    private final class Registration implements Runnable {
        @Override
        public void run() {
            try {
                events = (Watcher) Class.forName("io.kaagent.watch.jfr.event.Events")
                        .getConstructor()
                        .newInstance();
            } catch (Throwable e) {
                noticed.set(false); // once more at the next look, if this is no defect
                failed(e);
            }
        }
    }
}
