package io.kaagent.url;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The fields of a request or a response as the JDK's client keeps them, in order: a {@code sun.net.www.MessageHeader}. The first
 * entry is the request line (a name without a value) or the status line (a value without a name). Names are compared without regard
 * to case. Changes go through the JDK's own methods; each request reads about ten times, so that reading does not.
 *
 * <p>Threading: by the thread that writes the request, or reads the response.
 */
final class Fields {
    private static final String OWNER = "sun.net.www.MessageHeader";
    private static final Field NAMES = Members.field(OWNER, "keys");
    private static final Field VALUES = Members.field(OWNER, "values");
    private static final Field COUNT = Members.field(OWNER, "nkeys");
    private static final Method SET = Members.method(OWNER, "set", int.class, String.class, String.class);
    private static final Method REMOVE = Members.method(OWNER, "remove", String.class);

    private Fields() {}

    static boolean isKnown() {
        return NAMES != null && VALUES != null && COUNT != null && SET != null && REMOVE != null;
    }

    /** Null for the status line, and behind the last. */
    static String name(Object headers, int index) {
        return at(NAMES, headers, index);
    }

    /** Null for the request line, and behind the last. */
    static String value(Object headers, int index) {
        return at(VALUES, headers, index);
    }

    static boolean has(Object headers, int index) {
        return index < count(headers);
    }

    static int count(Object headers) {
        return (Integer) Members.get(COUNT, headers);
    }

    /** {@code GET /path HTTP/1.1}; null as long as there is none. */
    static String requestLine(Object headers) {
        return name(headers, 0);
    }

    /** The value of the last of that name, which is the one that the JDK reads; null if there is none. */
    static String last(Object headers, String name) {
        String[] names = (String[]) Members.get(NAMES, headers);
        for (int i = count(headers, names) - 1; i >= 0; i--) {
            if (name.equalsIgnoreCase(names[i])) {
                return value(headers, i);
            }
        }
        return null;
    }

    /** The first of that name, or -1. */
    static int indexOf(Object headers, String name) {
        return indexOf(headers, name, 0);
    }

    /** The first of that name from there on, or -1. */
    static int indexOf(Object headers, String name, int from) {
        String[] names = (String[]) Members.get(NAMES, headers);
        int count = count(headers, names);
        for (int i = from; i < count; i++) {
            if (name.equalsIgnoreCase(names[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a value begins with one of these, in any case, behind blanks; null does not. */
    static boolean begins(String value, String... words) {
        if (value != null) {
            String trimmed = value.trim();
            for (int i = 0; i < words.length; i++) {
                if (trimmed.regionMatches(true, 0, words[i], 0, words[i].length())) {
                    return true;
                }
            }
        }
        return false;
    }

    static void set(Object headers, int index, String name, String value) {
        Members.call(SET, headers, index, name, value);
    }

    static void insert(Object headers, int index, String name, String value) {
        for (int i = count(headers); i > index; i--) {
            set(headers, i, name(headers, i - 1), value(headers, i - 1)); // behind the last: adds
        }
        set(headers, index, name, value);
    }

    /** All of that name. */
    static void remove(Object headers, String name) {
        Members.call(REMOVE, headers, name);
    }

    private static String at(Field column, Object headers, int index) {
        String[] all = (String[]) Members.get(column, headers);
        return index < count(headers, all) ? all[index] : null;
    }

    /** Were the application to change them on another thread, there could be more by now than these, or none. */
    private static int count(Object headers, String[] column) {
        return column == null ? 0 : Math.min(count(headers), column.length);
    }

    /** Whether it is the head of an HTTP/1.x answer, and not of an interim one such as 100. */
    static boolean isFinalAnswer(Object headers) {
        String status = value(headers, 0);
        int space = status == null || !status.startsWith("HTTP/1.") ? -1 : status.indexOf(' ');
        return space > 0 && !status.startsWith("1", space + 1);
    }
}
