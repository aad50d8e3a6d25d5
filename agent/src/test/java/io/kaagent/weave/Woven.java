package io.kaagent.weave;

import java.util.List;
import java.util.Objects;

/** A class to put hooks into: a method of each kind that the seams of the JDK are. What it does by itself it adds to its diary. */
public class Woven {
    private final List<Object> diary;

    public Woven(List<Object> diary) {
        this.diary = Objects.requireNonNull(diary);
    }

    public String text(Object given) {
        diary.add("own");
        return given == null ? null : "own " + given;
    }

    public boolean flag(Object given) {
        diary.add("own");
        return given == Boolean.TRUE;
    }

    public void nothing(Object given) {
        if (given == null) {
            diary.add("null");
            return;
        }
        diary.add(given);
    }

    /** Its first instruction is what the loop jumps back to. */
    public void loop(int[] left) {
        while (left[0] > 0) {
            left[0]--;
        }
    }

    public String wide(long first, double second, Object third, int fourth) {
        return first + " " + second + " " + third + " " + fourth;
    }

    /** Handles what it throws itself, unless it can't. */
    public String risky(RuntimeException thrown) {
        try {
            throw thrown;
        } catch (IllegalStateException e) {
            return "handled";
        }
    }

    public static String ofTheClass(long wide, List<Object> diary, RuntimeException thrown) {
        diary.add("own");
        if (thrown != null) {
            throw thrown;
        }
        return "own " + wide;
    }

    public static boolean flagOfTheClass(List<Object> diary) {
        return diary.add("own");
    }
}
