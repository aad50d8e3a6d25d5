package io.kaagent.watch.report;

import io.kaagent.watch.Figures;

/** A time that an axis shows, in the unit that suits its length. */
final class Stretch {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    final long millis;
    final long unit;
    final String units;

    Stretch(long millis) {
        this.millis = millis;
        if (millis <= 2 * MINUTE) {
            unit = SECOND;
            units = "seconds";
        } else if (millis <= 2 * HOUR) {
            unit = MINUTE;
            units = "minutes";
        } else if (millis <= 3 * DAY) {
            unit = HOUR;
            units = "hours";
        } else {
            unit = DAY;
            units = "days";
        }
    }

    /** {@code 2 s}, {@code 4 min 16 s}, {@code 9 h 6 min}: the two greatest units, as far as they are not zero. */
    static String shown(long millis) {
        long[] units = {DAY, HOUR, MINUTE, SECOND};
        String[] names = {" d", " h", " min", " s"};
        StringBuilder text = new StringBuilder();
        long left = millis;
        for (int i = 0, shown = 0; i < units.length && shown < 2; i++) {
            if (left >= units[i]) {
                text.append(shown == 0 ? "" : " ")
                        .append(Figures.count(left / units[i]))
                        .append(names[i]);
            }
            shown += left >= units[i] || shown > 0 ? 1 : 0;
            left %= units[i];
        }
        return text.length() == 0 ? "less than a second" : text.toString();
    }
}
