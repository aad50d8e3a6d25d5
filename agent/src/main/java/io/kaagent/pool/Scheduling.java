package io.kaagent.pool;

/** Which free connection is taken (rule 7). */
public enum Scheduling {
    /** The one freed last: few connections stay warm, the rest idles out. */
    LIFO,
    /** The one freed first: load spreads over all. */
    FIFO
}
