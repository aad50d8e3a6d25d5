package io.kaagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what is wrong with the options, one line each, until there is a log to tell it to. */
final class Warnings {
    /** A file that was not meant for the agent may hold hundreds of keys. */
    private static final int MOST = 20;

    private static final int LONGEST = 700;

    private final ArrayList<String> lines = new ArrayList<String>();
    private int more;

    /** @param where the place the option was given in, as in {@code system property} */
    void add(String text, String where) {
        if (lines.size() == MOST) {
            more++;
        } else {
            lines.add(clean(text) + " (" + clean(where) + ")");
        }
    }

    List<String> lines() {
        if (more > 0) {
            lines.add("and " + more + " more warnings about options");
        }
        return lines.isEmpty() ? Collections.<String>emptyList() : Collections.unmodifiableList(lines);
    }

    /** A value must not be able to forge a line of the log, nor to fill it. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) ? '?' : c);
        }
        return text.length() > LONGEST ? clean.append("...").toString() : clean.toString();
    }
}
