package io.kaagent.url;

import io.kaagent.jdk.Members;
import java.lang.reflect.Method;

/**
 * The fields of a request or a response as the JDK's client keeps them, in order: a {@code sun.net.www.MessageHeader}. The first
 * entry is the request line (a name without a value) or the status line (a value without a name). Names are compared without regard
 * to case. Changes go through the JDK's own methods.
 */
final class Fields {
    private static final String OWNER = "sun.net.www.MessageHeader";
    private static final Method NAME = Members.method(OWNER, "getKey", int.class);
    private static final Method VALUE = Members.method(OWNER, "getValue", int.class);
    private static final Method SET = Members.method(OWNER, "set", int.class, String.class, String.class);
    private static final Method REMOVE = Members.method(OWNER, "remove", String.class);

    private Fields() {}

    static boolean isKnown() {
        return NAME != null && VALUE != null && SET != null && REMOVE != null;
    }

    /** Null for the status line, and behind the last. */
    static String name(Object headers, int index) {
        return (String) Members.call(NAME, headers, index);
    }

    /** Null for the request line, and behind the last. */
    static String value(Object headers, int index) {
        return (String) Members.call(VALUE, headers, index);
    }

    static boolean has(Object headers, int index) {
        return value(headers, index) != null || name(headers, index) != null;
    }

    static int count(Object headers) {
        int count = 0;
        while (has(headers, count)) {
            count++;
        }
        return count;
    }

    /** The first of that name, or -1. */
    static int indexOf(Object headers, String name) {
        for (int i = 0; has(headers, i); i++) {
            if (name.equalsIgnoreCase(name(headers, i))) {
                return i;
            }
        }
        return -1;
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

    /** Whether it is the head of an HTTP/1.x answer, and not of an interim one such as 100. */
    static boolean isFinalAnswer(Object headers) {
        String status = value(headers, 0);
        int space = status == null || !status.startsWith("HTTP/1.") ? -1 : status.indexOf(' ');
        return space > 0 && !status.startsWith("1", space + 1);
    }
}
