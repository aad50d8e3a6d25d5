package io.kaagent.config;

/** Finds the option that was probably meant. Loaded only when a key is unknown. */
final class Nearest {
    private Nearest() {}

    /** Null if none is near. */
    static Option to(String key, boolean perOrigin) {
        Option nearest = null;
        int least = 2 + key.length() / 4;
        for (int i = 0; i < Option.count(); i++) {
            Option option = Option.at(i);
            int distance = option.isFor(perOrigin) ? distance(key, option.key) : least;
            if (distance < least) {
                least = distance;
                nearest = option;
            }
        }
        return nearest;
    }

    static String all(boolean perOrigin) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < Option.count(); i++) {
            Option option = Option.at(i);
            if (option.isFor(perOrigin)) {
                keys.append(keys.length() == 0 ? "" : ", ").append(option.key);
            }
        }
        return keys.toString();
    }

    /** Levenshtein's, without regard to case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.regionMatches(true, i - 1, b, j - 1, 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
