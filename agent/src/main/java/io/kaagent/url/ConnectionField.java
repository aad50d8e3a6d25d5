package io.kaagent.url;

/**
 * The {@code Connection} field of a response as the JDK understands it: exactly {@code keep-alive}, or none. Whatever else is in it, such as
 * {@code keep-alive, foo}, it takes for close, which by RFC 9112, 9.3 it is not. So where {@code keep-alive} is among the words, the JDK is
 * shown that alone while it decides, and the application afterwards what the server has said. Where it is not, it stays as it is: there are servers that say
 * {@code closed}.
 *
 * <p>Threading: the thread that reads the response.
 */
final class ConnectionField {
    static final String NAME = "Connection";
    private static final String KEEP_ALIVE = "keep-alive";

    private final Object headers;
    private final int at;
    private final String name;
    private final String said;

    private ConnectionField(Object headers, int at) {
        this.headers = headers;
        this.at = at;
        this.name = Fields.name(headers, at);
        this.said = Fields.value(headers, at);
    }

    /** None, or one that says keep-alive and nothing else, as most answers have it: there is nothing to be done. */
    static boolean isUnderstood(Object headers) {
        int first = Fields.indexOf(headers, NAME);
        return first < 0
                || KEEP_ALIVE.equalsIgnoreCase(Fields.value(headers, first))
                        && Fields.indexOf(headers, NAME, first + 1) < 0;
    }

    /** Whether one of them, of which the JDK sees the last, says close. */
    static boolean saysClose(Object headers) {
        for (int i = 1; Fields.has(headers, i); i++) {
            if (NAME.equalsIgnoreCase(Fields.name(headers, i)) && has(Fields.value(headers, i), "close")) {
                return true;
            }
        }
        return false;
    }

    /** Shows the JDK what it means. Null if it is understood as it is. */
    static ConnectionField simplify(Object headers) {
        int at = last(headers);
        if (at < 0 || saysClose(headers)) {
            return null;
        }
        String said = Fields.value(headers, at);
        if (!has(said, KEEP_ALIVE) || KEEP_ALIVE.equalsIgnoreCase(said) || has(said, "upgrade")) {
            return null;
        }
        ConnectionField field = new ConnectionField(headers, at);
        Fields.set(headers, at, field.name, KEEP_ALIVE);
        return field;
    }

    /** The JDK has decided. */
    void putBack() {
        Fields.set(headers, at, name, said);
    }

    private static int last(Object headers) {
        int last = -1;
        for (int i = 1; Fields.has(headers, i); i++) {
            if (NAME.equalsIgnoreCase(Fields.name(headers, i))) {
                last = i;
            }
        }
        return last;
    }

    /** An option of the list, in any case. */
    private static boolean has(String value, String option) {
        int start = 0;
        while (value != null && start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            if (value.substring(start, end).trim().equalsIgnoreCase(option)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
