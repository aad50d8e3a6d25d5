package io.kaagent.command;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.number;
import static io.kaagent.watch.Json.text;

import io.kaagent.watch.Ending;
import java.util.Map;

/** What the cells of the table say. */
final class Words {
    private Words() {}

    static String reusedPercent(Map<?, ?> counted) {
        String percent = text(counted, "reusedPercent");
        return percent.isEmpty() ? "-" : percent;
    }

    /** Half of all took no longer than the first, 99 of 100 no longer than the second. */
    static String connectMillis(Map<?, ?> counted) {
        Map<?, ?> nanos = map(counted, "connectNanos");
        return number(nanos, "count") == 0 ? "-" : millis(number(nanos, "p50")) + "/" + millis(number(nanos, "p99"));
    }

    /** One decimal below ten. */
    static String millis(long nanos) {
        long tenths = (nanos + 50000) / 100000;
        return tenths < 100 ? tenths / 10 + "." + tenths % 10 : String.valueOf((tenths + 5) / 10);
    }

    /** How many, and as many of the reasons as there is room for, the most frequent first: {@code 12: 9 idle, 3 old}. */
    static String destroyed(Map<?, ?> counted, int room) {
        StringBuilder all = new StringBuilder(text(counted, "destroyed"));
        String separator = ": ";
        long before = Long.MAX_VALUE;
        while (before > 0) {
            long next = 0;
            for (Object count : map(counted, "destroyedBecause").values()) {
                long n = count instanceof Long ? (Long) count : 0;
                next = n < before ? Math.max(next, n) : next;
            }
            for (Map.Entry<?, ?> reason : map(counted, "destroyedBecause").entrySet()) {
                if (next > 0 && reason.getValue().equals(next)) {
                    String more = separator + next + " " + Ending.word(reason.getKey());
                    if (all.length() + more.length() > room) {
                        return all.length() + 4 > room || separator.equals(": ") ? all.toString() : all + ", ..";
                    }
                    all.append(more);
                    separator = ", ";
                }
            }
            before = next;
        }
        return all.toString();
    }

    /** Shortened in the middle: what tells two apart stands in front and at the end. */
    static String shortened(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = (room - 2) / 2;
        return text.substring(0, room - 2 - end) + ".." + text.substring(text.length() - end);
    }
}
