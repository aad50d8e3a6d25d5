package io.kaagent.watch.report;

/** Times of day as the JSON has them, for people. */
final class Moments {
    private Moments() {}

    /** {@code 2026-01-31T23:59:59.999Z} is {@code 2026-01-31 23:59:59 UTC}. */
    static String shown(String timestamp) {
        if (timestamp.length() != "2026-01-31T23:59:59.999Z".length()) {
            return timestamp;
        }
        return timestamp.substring(0, 10) + " " + timestamp.substring(11, 19) + " UTC";
    }
}
