package io.kaagent.config;

/** Which free connection is taken first (rule 7). */
public enum Scheduling {
    /** The one freed last: few connections stay warm, the others reach their idle limit. */
    LIFO,
    /** The one freed first: all connections are used in turn. */
    FIFO
}
