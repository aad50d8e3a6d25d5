package io.kaagent.url;

import java.util.ArrayList;
import java.util.List;

/** Headers as the JDK's client has them: a {@code sun.net.www.MessageHeader}. */
final class JdkHeaders {
    private JdkHeaders() {}

    /** @param namesAndValues name, value, name, value */
    static Object of(String... namesAndValues) {
        try {
            Class<?> type = Class.forName("sun.net.www.MessageHeader");
            Object headers = type.getConstructor().newInstance();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                type.getMethod("add", String.class, String.class)
                        .invoke(headers, namesAndValues[i], namesAndValues[i + 1]);
            }
            return headers;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Of an answer that begins with this status line. */
    static Object answer(String statusLine, String... namesAndValues) {
        Object headers = of(namesAndValues);
        Fields.insert(headers, 0, null, statusLine);
        return headers;
    }

    /** One line for each, in order. */
    static List<String> lines(Object headers) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; Fields.has(headers, i); i++) {
            String name = Fields.name(headers, i);
            lines.add(name == null ? Fields.value(headers, i) : name + ": " + Fields.value(headers, i));
        }
        return lines;
    }
}
