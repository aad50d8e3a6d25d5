package io.kaagent.url;

/** What is to be known of a request that was sent. Immutable. */
final class Written {
    static final Written NOTHING = new Written(null, "");

    /** GET, for one. */
    final String method;

    /** Whether the server has all of it once it has answered: with {@code Expect: 100-continue} it may have refused the body. */
    final boolean isWhole;

    Written(Object headers) {
        this(headers, String.valueOf(JdkClient.requestLine(headers)));
    }

    private Written(Object headers, String line) {
        int space = line.indexOf(' ');
        method = space < 0 ? line : line.substring(0, space);
        isWhole = headers != null && !is("CONNECT") && JdkClient.header(headers, "Expect") == null;
    }

    boolean is(String name) {
        return name.equals(method);
    }
}
