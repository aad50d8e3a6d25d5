package io.kaagent.pool;

/** Rule 12: {@code maxPending} callers wait already; this one fails at once. */
public final class QueueFullException extends Exception {
    private static final long serialVersionUID = 1L;

    QueueFullException(String message) {
        super(message);
    }
}
