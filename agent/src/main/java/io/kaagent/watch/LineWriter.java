package io.kaagent.watch;

/** Where a finished line goes. */
interface LineWriter {
    /** @param thrown may be null */
    void write(String line, Throwable thrown);
}
