package io.kaagent.pool;

/**
 * Where limits come from. Asked under the pool's lock, when an origin is first seen and again after {@link Pool#limitsChanged()};
 * must be quick and must not call the pool.
 */
public interface LimitsSource {
    Limits of(Origin origin);

    /** {@code maxTotalSockets}, at least 1; {@link Limits#INFINITY} for none. */
    int maxTotalSockets();
}
