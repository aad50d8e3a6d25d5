package io.kaagent.watch.report;

import io.kaagent.watch.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many connections ended for which reason. */
final class Ended {
    private final Map<String, Long> counts = new HashMap<String, Long>();

    /** @param because as {@code destroyedBecause} has it */
    Ended(Map<?, ?> because) {
        add(because, 1);
    }

    void subtract(Map<?, ?> because) {
        add(because, -1);
    }

    /** Reasons there are, the most frequent first. */
    List<Map.Entry<String, Long>> mostFirst() {
        List<Map.Entry<String, Long>> sorted = new ArrayList<Map.Entry<String, Long>>();
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            if (each.getValue() > 0) {
                sorted.add(each);
            }
        }
        Collections.sort(sorted, new ByCount());
        return sorted;
    }

    long of(Ending.Cause cause) {
        long sum = 0;
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            Ending ending = Ending.of(each.getKey());
            sum += ending != null && ending.cause() == cause ? each.getValue() : 0;
        }
        return sum;
    }

    /** {@code 30 idle, 3 stale}. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (Map.Entry<String, Long> each : mostFirst()) {
            words.append(words.length() == 0 ? "" : ", ")
                    .append(each.getValue())
                    .append(' ');
            words.append(Ending.word(each.getKey()));
        }
        return words.toString();
    }

    /** One bar of all causes, as wide as the room there is. What it shows is written beside it. */
    void bar(Markup page, String size) {
        long whole = 0;
        for (Ending.Cause cause : Ending.Cause.values()) {
            whole += Math.max(0, of(cause));
        }
        if (whole <= 0) {
            return;
        }
        page.open(
                "svg",
                "role",
                "img",
                "aria-label",
                words(),
                "class",
                size,
                "viewBox",
                "0 0 1000 10",
                "preserveAspectRatio",
                "none");
        page.element("title", words());
        long before = 0;
        for (Ending.Cause cause : Ending.Cause.values()) {
            long count = Math.max(0, of(cause));
            if (count > 0) {
                Bar.part(page, kind(cause), before, count, whole);
            }
            before += count;
        }
        page.close();
    }

    /** The class of colours. */
    static String kind(Ending.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private void add(Map<?, ?> because, int sign) {
        for (Map.Entry<?, ?> each : because.entrySet()) {
            if (each.getValue() instanceof Long) {
                String key = String.valueOf(each.getKey());
                Long before = counts.get(key);
                counts.put(key, (before == null ? 0 : before) + sign * (Long) each.getValue());
            }
        }
    }

    private static final class ByCount implements Comparator<Map.Entry<String, Long>> {
        @Override
        public int compare(Map.Entry<String, Long> one, Map.Entry<String, Long> other) {
            int order = other.getValue().compareTo(one.getValue());
            return order != 0 ? order : one.getKey().compareTo(other.getKey());
        }
    }
}
