package io.kaagent.pool;

/** The pool's only source of time. Injected, so that a test owns it. Any thread. */
public interface Clock {
    /** Nanoseconds since some fixed point; never goes back. Only differences mean anything. */
    long nanos();
}
