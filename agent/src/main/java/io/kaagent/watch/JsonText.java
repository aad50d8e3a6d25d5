package io.kaagent.watch;

/** Writes JSON (RFC 8259) in the order in which it is told. Escapes all that is not ASCII. Not thread-safe. */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder(512);
    private boolean first = true;

    /** @param bracket of an object or an array */
    public JsonText open(char bracket) {
        comma().append(bracket);
        first = true;
        return this;
    }

    public JsonText close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    /** What is told next is its value. */
    public JsonText key(String key) {
        quote(comma(), key).append(':');
        first = true;
        return this;
    }

    /** @param value null for JSON's null */
    public JsonText value(String value) {
        if (value == null) {
            comma().append("null");
        } else {
            quote(comma(), value);
        }
        return this;
    }

    public JsonText value(long value) {
        comma().append(value);
        return this;
    }

    public JsonText value(double finite) {
        comma().append(finite);
        return this;
    }

    public JsonText value(boolean value) {
        comma().append(value);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder comma() {
        if (!first) {
            text.append(',');
        }
        first = false;
        return text;
    }

    private static StringBuilder quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                text.append(c);
            } else {
                text.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15));
                text.append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return text.append('"');
    }
}
