package io.kaagent.watch;

/**
 * A time of day and date in UTC, as in {@code 2026-01-31T23:59:59.999Z}.
 *
 * <p>By arithmetic, because the JDK's formatters ask for the default time zone, and an application that sets {@code user.timezone}
 * first thing in its {@code main} would find that it had been settled by a warning of ours.
 */
final class Timestamp {
    private static final long DAY_MILLIS = 86_400_000;

    private Timestamp() {}

    static StringBuilder append(StringBuilder text, long epochMillis) {
        int milli = (int) (epochMillis % DAY_MILLIS);
        appendDate(text, epochMillis / DAY_MILLIS).append('T');
        digits(text, milli / 3_600_000, 2).append(':');
        digits(text, milli / 60_000 % 60, 2).append(':');
        digits(text, milli / 1000 % 60, 2).append('.');
        return digits(text, milli % 1000, 3).append('Z');
    }

    /** Years are taken to begin in March: a leap day is the last day of its year then. */
    private static StringBuilder appendDate(StringBuilder text, long epochDay) {
        long day = epochDay + 719_468; // since 0000-03-01
        long era = day / 146_097;
        long dayOfEra = day % 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long month = (5 * dayOfYear + 2) / 153; // 0 = March
        long year = era * 400 + yearOfEra + (month < 10 ? 0 : 1);
        digits(text, year, 4).append('-');
        digits(text, month < 10 ? month + 3 : month - 9, 2).append('-');
        return digits(text, dayOfYear - (153 * month + 2) / 5 + 1, 2);
    }

    private static StringBuilder digits(StringBuilder text, long number, int width) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(digits);
    }
}
