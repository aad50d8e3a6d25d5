package io.kaagent.watch;

import static io.kaagent.watch.Json.number;

import java.util.Map;

/** What counts as trouble, and the words for it. */
public final class Troubles {
    private static final String[][] KEYS_AND_WORDS = {
        {"takeTimeouts", "waited in vain"},
        {"queueFull", "turned away"},
        {"connectFailures", "could not connect"},
        {"resent", "sent again"},
        {"leaked", "dropped without close"}
    };

    private Troubles() {}

    /** {@code 3 waited in vain, 1 sent again}; empty if there is none. */
    public static String of(Map<?, ?> counted, long defects) {
        StringBuilder troubles = new StringBuilder();
        for (String[] one : KEYS_AND_WORDS) {
            add(troubles, number(counted, one[0]), one[1]);
        }
        add(troubles, defects, "defects of the agent");
        return troubles.toString();
    }

    private static void add(StringBuilder troubles, long count, String words) {
        if (count > 0) {
            troubles.append(troubles.length() == 0 ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(words);
        }
    }
}
