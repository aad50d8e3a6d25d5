package io.kaagent.config;

/** What the agent does with the connections of the application. */
public enum Mode {
    /** Pools them. */
    POOL,
    /** Leaves them as they are, and tells what pooling would have done. */
    OBSERVE
}
