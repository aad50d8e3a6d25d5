package io.kaagent.url;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * With {@code ka.leakDetection}: which connections are in the application's hands, since when, and who has taken them. Without it nothing.
 *
 * <p>Threading: any thread, no lock.
 */
final class Loans {
    private final Map<PooledClient, Loan> running = new ConcurrentHashMap<PooledClient, Loan>();
    private final Settings settings;

    Loans(Settings settings) {
        this.settings = settings;
    }

    void begin(PooledClient pooled) {
        if (settings.leakDetection()) {
            running.put(pooled, new Loan());
        }
    }

    /** The application has read or closed what it has got, or the connection has ended. */
    void end(PooledClient pooled) {
        Loan loan = running.isEmpty() ? null : running.remove(pooled);
        if (loan != null && loan.told) {
            settings.closedLate(pooled.origin(), loan.seconds());
        }
    }

    /** The garbage collector has found it. */
    void dropped(PooledClient pooled) {
        Loan loan = running.isEmpty() ? null : running.remove(pooled);
        if (loan != null) {
            settings.dropped(pooled.origin(), loan.opened);
        }
    }

    /** Tells of those that have not ended for long, once. */
    void tellOverdue() {
        long threshold = settings.leakDetectionThresholdMillis();
        if (threshold == 0 || running.isEmpty()) {
            return;
        }
        for (Map.Entry<PooledClient, Loan> entry : running.entrySet()) {
            Loan loan = entry.getValue();
            if (!loan.told && loan.nanos() > TimeUnit.MILLISECONDS.toNanos(threshold)) {
                loan.told = true;
                settings.heldLong(entry.getKey().origin(), loan.seconds(), loan.opened);
            }
        }
    }

    private static final class Loan {
        private final Throwable opened = new Throwable("opened here");
        private final long since = System.nanoTime();
        private volatile boolean told;

        long nanos() {
            return System.nanoTime() - since;
        }

        long seconds() {
            return TimeUnit.NANOSECONDS.toSeconds(nanos());
        }
    }
}
