package io.kaagent.start;

import io.kaagent.config.OriginOptions;

/**
 * How long a connection may be free when the server gives no hint. Who has told the JDK so, with {@code http.keepAlive.time.server}
 * (JDK-8278067), need not tell the agent: that time holds unless {@code ka.timeout} was given. Read at the start, since the pool asks
 * under its lock.
 */
final class IdleLimit {
    private static final long MOST_SECONDS = 86400;

    private final Long toldMillis;

    /** Reads the JDK's property. */
    IdleLimit() {
        Long seconds = Long.getLong("http.keepAlive.time.server");
        this.toldMillis = seconds == null || seconds <= 0 ? null : Math.min(seconds, MOST_SECONDS) * 1000;
    }

    /** In milliseconds; 0: without limit. */
    long of(OriginOptions options) {
        return toldMillis == null || options.timeoutSetExplicitly() ? options.timeoutMillis() : toldMillis;
    }
}
