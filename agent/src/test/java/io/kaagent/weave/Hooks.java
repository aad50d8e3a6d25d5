package io.kaagent.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the woven test class calls: notes what it is told, answers and throws as the test wants. */
public final class Hooks {
    static final List<Object> TOLD = new ArrayList<>();
    static Object answer;
    static RuntimeException thrown;

    private Hooks() {}

    static void forget() {
        TOLD.clear();
        answer = null;
        thrown = null;
    }

    public static void tell() {
        note("tell");
    }

    public static void tell(Object first) {
        note("tell", first);
    }

    public static void tell(Object first, Object second) {
        note("tell", first, second);
    }

    public static void tell(int fourth, Object third, double second, long first) {
        note("tell", fourth, third, second, first);
    }

    public static Object ask(Object given) {
        note("ask", given);
        return answer;
    }

    public static boolean isMine(Object given) {
        note("ask", given);
        return answer != null;
    }

    private static void note(Object... told) {
        TOLD.add(Arrays.asList(told));
        if (thrown != null) {
            throw thrown;
        }
    }
}
