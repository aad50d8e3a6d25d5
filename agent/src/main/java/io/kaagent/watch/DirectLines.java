package io.kaagent.watch;

import java.io.PrintStream;

/** Writes as slf4j-simple does, without it: during the start, while SLF4J is being bound, and if it can't be. */
final class DirectLines implements LineWriter {
    static final String NAME = "ka-agent";

    @Override
    public void write(String line, Throwable thrown) {
        PrintStream err = System.err; // what the application has set by now
        err.println(NAME + " " + line);
        if (thrown != null) {
            thrown.printStackTrace(err);
        }
    }
}
