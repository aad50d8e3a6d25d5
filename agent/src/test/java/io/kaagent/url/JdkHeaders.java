package io.kaagent.url;

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
}
