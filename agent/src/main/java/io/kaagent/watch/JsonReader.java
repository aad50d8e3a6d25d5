package io.kaagent.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that the agent writes: objects as maps, arrays as lists, numbers as Long or Double. Throws
 * {@link IllegalArgumentException} at anything else.
 */
public final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    public static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        try {
            Object value = reader.value();
            if (reader.at != text.length()) {
                throw reader.unexpected();
            }
            return value;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the text ends too early", e);
        }
    }

    private Object value() {
        char c = text.charAt(at);
        if (c == '{') {
            return object();
        } else if (c == '[') {
            return array();
        } else if (c == '"') {
            return string();
        } else if (c == '-' || c >= '0' && c <= '9') {
            return number();
        }
        return word();
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<String, Object>();
        expect('{');
        while (!ends('}', object.isEmpty())) {
            String key = string();
            expect(':');
            object.put(key, value());
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<Object>();
        expect('[');
        while (!ends(']', array.isEmpty())) {
            array.add(value());
        }
        return array;
    }

    /** Takes the end, or the comma before the next. */
    private boolean ends(char bracket, boolean first) {
        if (text.charAt(at) == bracket) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('"');
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            string.append(c == '\\' ? escaped(text.charAt(at++)) : c);
        }
        return string.toString();
    }

    private char escaped(char c) {
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        return c;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        return number.indexOf('.') < 0 ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
    }

    private Object word() {
        if (text.startsWith("null", at)) {
            at += 4;
            return null;
        } else if (text.startsWith("true", at)) {
            at += 4;
            return Boolean.TRUE;
        } else if (text.startsWith("false", at)) {
            at += 5;
            return Boolean.FALSE;
        }
        throw unexpected();
    }

    private void expect(char c) {
        if (text.charAt(at) != c) {
            throw unexpected();
        }
        at++;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not as expected at " + at + ": " + text);
    }
}
