package io.kaagent.config;

/** Which connections get the operating system's keepalive probes (rule 28). */
public enum TcpKeepAlive {
    /** Every connection of the pool. */
    POOLED,
    /** Every client {@code Socket} the JVM connects, pooled or not. */
    ALL,
    /** None; {@code TCP_NODELAY} is another matter. */
    OFF
}
