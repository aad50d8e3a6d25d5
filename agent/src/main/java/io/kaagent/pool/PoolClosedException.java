package io.kaagent.pool;

/** Rule 29: the pool is closed and takes no new callers. */
public final class PoolClosedException extends Exception {
    private static final long serialVersionUID = 1L;

    PoolClosedException(String message) {
        super(message);
    }
}
