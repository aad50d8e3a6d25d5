package io.kaagent.pool;

/** Anybody may have as many connections as there are. */
public final class NoLimits implements LimitsSource {
    @Override
    public Limits of(Origin origin) {
        return Limits.builder().build();
    }

    @Override
    public int maxTotalSockets() {
        return Limits.INFINITY;
    }
}
