package io.kaagent.watch;

/** Numbers as people read them; without the JDK's formatters, which ask for the default locale and load much. */
public final class Figures {
    private static final long MILLI = 1000000L;
    private static final long SECOND = 1000 * MILLI;

    private Figures() {}

    /** {@code 12 034}. */
    public static String count(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int i = text.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
            text.insert(i, ' ');
        }
        return text.toString();
    }

    /** {@code 1 connection}, {@code 2 connections}. */
    public static String count(long number, String what) {
        return count(number) + ' ' + what + (number == 1 ? "" : "s");
    }

    /** {@code 0.3 ms}, {@code 25 ms}, {@code 1.2 s}, {@code 34 s}, {@code 1 204 s}. */
    public static String time(long nanos) {
        if (nanos < 10 * MILLI) {
            return tenths(nanos, MILLI) + " ms";
        }
        if (nanos < SECOND) {
            return nanos / MILLI + " ms";
        }
        return nanos < 10 * SECOND ? tenths(nanos, SECOND) + " s" : count(nanos / SECOND) + " s";
    }

    /** {@code 99.7 %}: rounded, but 0 and 100 only if it is none, or all. */
    public static String percent(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return "0 %";
        }
        if (part >= whole) {
            return "100 %";
        }
        long tenths = Math.max(1, Math.min(999, Math.round(1000.0 * part / whole)));
        return tenths / 10 + "." + tenths % 10 + " %";
    }

    private static String tenths(long nanos, long unit) {
        long tenths = Math.max(0, nanos) * 10 / unit;
        return tenths / 10 + "." + tenths % 10;
    }
}
