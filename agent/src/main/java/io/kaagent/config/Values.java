package io.kaagent.config;

/** The values an option allows. Every one of them is kept as a number >= 0: a word is its place in the list of words. */
final class Values {
    static final long NOT_ALLOWED = -1;
    static final int INFINITY = Integer.MAX_VALUE;

    private static final String INFINITY_WORD = "Infinity";

    private final String[] words;
    private final long least;
    private final long greatest;
    private final boolean infinite;
    private final String allowed;

    private Values(String[] words, long least, long greatest, boolean infinite, String allowed) {
        this.words = words;
        this.least = least;
        this.greatest = greatest;
        this.infinite = infinite;
        this.allowed = allowed;
    }

    static Values trueOrFalse() {
        return oneOf("false or true", "false", "true");
    }

    static Values oneOf(String allowed, String... words) {
        return new Values(words, 0, words.length - 1, false, allowed);
    }

    static Values count(int least) {
        return new Values(null, least, INFINITY, true, "an integer >= " + least + " or " + INFINITY_WORD);
    }

    static Values count(int least, int greatest) {
        return new Values(null, least, greatest, false, "an integer from " + least + " to " + greatest);
    }

    static Values millis() {
        return new Values(null, 0, Integer.MAX_VALUE, false, "an integer >= 0, in milliseconds");
    }

    static Values millis(int greatest) {
        return new Values(null, 0, greatest, false, "an integer from 0 to " + greatest + ", in milliseconds");
    }

    /** Any: whoever reads the option keeps it himself. The number that is kept says nothing. */
    static Values text(String allowed) {
        return oneOf(allowed, "none");
    }

    /** For warnings and documentation: what may be given. */
    String allowed() {
        return allowed;
    }

    long parse(String text) {
        if (words != null) {
            return wordIn(text);
        }
        if (infinite && INFINITY_WORD.equalsIgnoreCase(text)) {
            return INFINITY;
        }
        long number = digits(text);
        return number >= least && number <= greatest ? number : NOT_ALLOWED;
    }

    /** Why {@link #parse} does not allow this text. */
    String objection(String text) {
        if (text.isEmpty()) {
            return "no value";
        }
        if (words != null) {
            return "not one of the words";
        }
        boolean negative = text.charAt(0) == '-';
        long number = digits(negative ? text.substring(1) : text);
        if (number == NOT_ALLOWED) {
            return "not a number";
        }
        return negative || number < least ? "less than " + least : "greater than " + greatest;
    }

    String render(long value) {
        if (words != null) {
            return words[(int) value];
        }
        return infinite && value == INFINITY ? INFINITY_WORD : Long.toString(value);
    }

    private long wordIn(String text) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].equalsIgnoreCase(text)) {
                return i;
            }
        }
        return NOT_ALLOWED;
    }

    /** Long.parseLong would take signs and the digits of every script, and answers with an exception. */
    static long digits(String text) {
        long number = text.isEmpty() ? NOT_ALLOWED : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NOT_ALLOWED;
            }
            number = Math.min(number * 10 + (c - '0'), Long.MAX_VALUE / 100); // stays put when too large for any option
        }
        return number;
    }
}
