package io.kaagent.benchmark;

import java.io.IOException;

/** What a client does again and again. One thread. */
interface Work {
    /**
     * Once.
     *
     * @return how often it has read or written; of its own it allocates nothing
     */
    int once() throws IOException;
}
