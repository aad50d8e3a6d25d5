package io.kaagent.start;

import io.kaagent.background.DaemonThreads;
import io.kaagent.hook.Failures;
import io.kaagent.pool.Clock;
import io.kaagent.pool.Pool;
import io.kaagent.watch.jfr.Recordings;

/** What recordings of Java Flight Recorder get from outside. */
final class FlightRecording implements Recordings.Outside {
    private FlightRecording() {}

    static void of(Pool pool, Clock clock) {
        Recordings recordings = new Recordings(clock, new FlightRecording());
        pool.watch(recordings, recordings);
    }

    @Override
    public void inBackground(Runnable task) {
        DaemonThreads.start("ka-agent-recorder", task);
    }

    @Override
    public void defect(Throwable e) {
        Failures.report("recording", e);
    }
}
