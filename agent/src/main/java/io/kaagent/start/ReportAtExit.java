package io.kaagent.start;

import io.kaagent.background.AtExit;
import io.kaagent.config.WritableFile;
import io.kaagent.hook.Failures;
import io.kaagent.pool.Snapshot;
import io.kaagent.watch.Log;
import io.kaagent.watch.MainClass;
import io.kaagent.watch.ReportJson;
import io.kaagent.watch.StateJson;
import io.kaagent.watch.report.Page;
import io.kaagent.watch.report.PageFile;
import java.io.File;
import java.io.IOException;

/**
 * {@code ka.report=FILE}: a page is left at the end of the JVM. Registered at the start, unlike the summary: whoever asked for a file finds
 * one, though nothing was pooled, and not the one of yesterday. What makes the page is loaded at the end.
 */
final class ReportAtExit {
    private static final String NAME = "ka-agent-report";

    /** Some 0.3 s are needed, for the most part to load what makes it; more where the machine is busy with other things that end. */
    private static final long PATIENCE_MILLIS = 5000;

    /** Of what runs at the moment: pooling may follow observing. Null if nothing does. */
    private static ReportAtExit last;

    private static boolean registered;

    private final String given;
    private final String path;
    private final StateJson state;

    /** @param given as the option has it; where it begins is settled now, whatever the application makes of {@code user.dir} */
    private ReportAtExit(String given, StateJson state) {
        this.given = given;
        this.path = new File(given).getAbsolutePath();
        this.state = state;
    }

    /** Takes the place of the one before. */
    static synchronized void register(String given, StateJson state) {
        boolean isFirst = !registered;
        registered = true;
        last = new ReportAtExit(given, state);
        if (isFirst && !AtExit.run(NAME, new Last(), PATIENCE_MILLIS)) {
            Console.warn("ka.report=" + given + ": the JVM does not let us wait for its end; there will be no report");
        }
    }

    /** What it was about has ended. */
    static synchronized void forget() {
        last = null;
    }

    private static synchronized ReportAtExit last() {
        return last;
    }

    private void write() {
        try {
            String pid = ProcessNumber.own();
            File file = WritableFile.of(path, pid.isEmpty() ? "unknown" : pid);
            try {
                PageFile.write(file, page(pid));
                say(false, "the report is in " + file);
            } catch (IOException e) {
                say(
                        true,
                        "ka.report=" + given + ": " + e.getMessage() + "; allowed: " + WritableFile.ALLOWED
                                + "; there is no report");
            }
        } catch (Throwable e) {
            Failures.report("report", e);
        }
    }

    private String page(String pid) {
        Snapshot snapshot = state.snapshot();
        String text = state.text(snapshot, Failures.count(), System.currentTimeMillis());
        String main = MainClass.of(System.getProperty("sun.java.command", ""));
        return Page.of(text, ReportJson.text(snapshot), main, pid);
    }

    /** Whoever ends the JVM may have the error stream in hand. */
    private static void say(boolean isWarning, String what) {
        AtExit.runWithin(NAME, new Line(isWarning, what), AtExit.A_MOMENT_MILLIS);
    }

    private static final class Last implements Runnable {
        @Override
        public void run() {
            ReportAtExit report = last();
            if (report != null) {
                report.write();
            }
        }
    }

    private static final class Line implements Runnable {
        private final boolean isWarning;
        private final String what;

        Line(boolean isWarning, String what) {
            this.isWarning = isWarning;
            this.what = what;
        }

        @Override
        public void run() {
            if (isWarning) {
                Log.warn(what);
            } else {
                Log.info(what);
            }
        }
    }
}
