package io.kaagent.benchmark.endtoend;

import java.io.IOException;

/** A client; all threads share one. */
public interface Asker {
    /** Once, and looks whether the answer is the right one. */
    void ask(Task task) throws IOException;
}
