package io.kaagent.pool;

/** Rule 12: the caller waited as long as it may. The message names the origin, its limits, and who is busy, free and waiting. */
public final class TakeTimeoutException extends Exception {
    private static final long serialVersionUID = 1L;

    TakeTimeoutException(String message) {
        super(message);
    }
}
