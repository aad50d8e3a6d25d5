package io.kaagent.it.child;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line between a test and a JVM it started: a verb, then {@code key=value} pairs with the values URL-encoded. */
public final class Message {
    private final String verb;
    private final Map<String, String> values = new LinkedHashMap<>();

    public Message(String verb) {
        this.verb = verb;
    }

    public static Message parse(String line) {
        String[] words = line.trim().split(" ");
        Message message = new Message(words[0]);
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            message.with(words[i].substring(0, equals), decode(words[i].substring(equals + 1)));
        }
        return message;
    }

    public Message with(String key, Object value) {
        values.put(key, String.valueOf(value));
        return this;
    }

    public Message withAll(Message other) {
        values.putAll(other.values);
        return this;
    }

    public String verb() {
        return verb;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(verb + " lacks " + key);
        }
        return value;
    }

    public String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    public int number(String key) {
        return Integer.parseInt(get(key));
    }

    public int number(String key, int otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(verb);
        for (Map.Entry<String, String> value : values.entrySet()) {
            line.append(' ').append(value.getKey()).append('=').append(encode(value.getValue()));
        }
        return line.toString();
    }

    private static String encode(String value) {
        try {
            return URLEncoder.encode(value, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
