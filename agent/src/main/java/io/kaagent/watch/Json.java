package io.kaagent.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Members of a JSON object that was read. An agent of another version may say less: what is missing is zero, or empty. */
public final class Json {
    private Json() {}

    public static String text(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value == null ? "" : value.toString();
    }

    public static long number(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value instanceof Long ? (Long) value : 0;
    }

    public static Map<?, ?> map(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
    }

    /** Objects of an array. */
    public static List<Map<?, ?>> maps(Map<?, ?> of, String key) {
        List<Map<?, ?>> maps = new ArrayList<Map<?, ?>>();
        for (Object each : list(of, key)) {
            if (each instanceof Map) {
                maps.add((Map<?, ?>) each);
            }
        }
        return maps;
    }

    /** Numbers of an array. */
    public static long[] numbers(Map<?, ?> of, String key) {
        List<?> list = list(of, key);
        long[] numbers = new long[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i) instanceof Long ? (Long) list.get(i) : 0;
        }
        return numbers;
    }

    private static List<?> list(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value instanceof List ? (List<?>) value : Collections.emptyList();
    }
}
