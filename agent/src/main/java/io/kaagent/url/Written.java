package io.kaagent.url;

/** What is to be known of a request that was sent. Immutable. */
final class Written {
    static final Written NOTHING = new Written(null, "");

    /** GET, for one. */
    final String method;

    /** Whether the server has all of it once it has answered: with {@code Expect: 100-continue} it may have refused the body. */
    final boolean isWhole;

    Written(Object headers) {
        this(headers, String.valueOf(Fields.requestLine(headers)));
    }

    Written(Object headers, String line) {
        int space = line.indexOf(' ');
        method = space < 0 ? line : line.substring(0, space);
        isWhole = headers != null && !is("CONNECT") && Fields.last(headers, "Expect") == null;
    }

    boolean is(String name) {
        return name.equals(method);
    }

    /** RFC 9110, 9.2.2; and CONNECT, which nobody carries out but the proxy. */
    boolean isIdempotent() {
        return is("GET") || is("HEAD") || is("OPTIONS") || is("TRACE") || is("PUT") || is("DELETE") || is("CONNECT");
    }
}
