package io.kaagent.config;

/** One option as it was given: key without the {@code ka.}, value, and where. */
final class Setting implements Comparable<Setting> {
    static final String PREFIX = "ka.";
    static final String ORIGIN = "origin.";

    final String key;
    final String value;
    final String where;

    Setting(String key, String value, String where) {
        this.key = key;
        this.value = value;
        this.where = where;
    }

    boolean isForOrigin() {
        return key.startsWith(ORIGIN);
    }

    @Override
    public int compareTo(Setting other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return PREFIX + key + "=" + value;
    }
}
