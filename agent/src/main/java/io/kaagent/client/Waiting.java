package io.kaagent.client;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Name;
import io.kaagent.pool.Pool;
import io.kaagent.pool.PoolClosedException;
import io.kaagent.pool.QueueFullException;
import io.kaagent.pool.TakeTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

/**
 * Rule 12 in the words of {@code java.net}: what a caller gets when the pool makes it wait too long,
 * lets it not wait at all, or its thread is interrupted while it waits. All are {@code IOException}s that a connect may throw.
 */
public final class Waiting {
    private final Pool pool;

    public Waiting(Pool pool) {
        this.pool = pool;
    }

    /** @return null when the pool is closed: nothing is pooled any more */
    public Connection take(Name name, boolean fresh, long timeoutMillis) throws IOException {
        try {
            return pool.take(name, fresh, timeoutMillis);
        } catch (TakeTimeoutException e) {
            throw as(new SocketTimeoutException(e.getMessage()), e);
        } catch (QueueFullException e) {
            throw as(new ConnectException(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // for the application, which did not ask us to take note of it
            throw as(new InterruptedIOException("interrupted while waiting for a connection to " + name), e);
        } catch (PoolClosedException e) {
            return null;
        }
    }

    private static IOException as(IOException exception, Exception cause) {
        exception.initCause(cause);
        return exception;
    }
}
