package io.kaagent.config;

/** One {@code ka.origin.<host pattern>[:port].<option>} with its value. */
final class OriginRule {
    final Option option;
    final long value;
    private final String key;
    private final HostPattern pattern;

    /** @param key as it was given, without {@code ka.} */
    OriginRule(String key, HostPattern pattern, Option option, long value) {
        this.key = key;
        this.pattern = pattern;
        this.option = option;
        this.value = value;
    }

    boolean matches(String host, int port) {
        return pattern.matches(host, port);
    }

    int rank() {
        return pattern.rank();
    }

    @Override
    public String toString() {
        return key + "=" + option.values.render(value);
    }
}
