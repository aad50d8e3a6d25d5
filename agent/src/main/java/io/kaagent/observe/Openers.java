package io.kaagent.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which places of the application open the connections of one origin. Under its lock. */
final class Openers {
    private static final int FRAMES = 6;
    private static final int MOST_PLACES = 32;
    private static final int ALL_UP_TO = 256;
    private static final int THEN_EACH = 16;

    /** What stands between frames of the application, and above them. */
    private static final String[] NOT_THE_APPLICATION = {
        "java.", "javax.", "jdk.", "sun.", "com.sun.", "io.kaagent.hook.", "io.kaagent.observe."
    };

    private final Map<List<StackTraceElement>, Integer> places = new HashMap<List<StackTraceElement>, Integer>();
    private int elsewhere;

    /** Whether a connection is looked at: the first ones are, and then a sample, for a stack takes time. */
    static boolean isLookedAt(long opened) {
        return opened <= ALL_UP_TO || opened % THEN_EACH == 0;
    }

    void add(StackTraceElement[] stack) {
        List<StackTraceElement> place = placeOf(stack);
        Integer count = places.get(place);
        if (count == null && places.size() >= MOST_PLACES) {
            elsewhere++;
        } else {
            places.put(place, count == null ? 1 : count + 1);
        }
    }

    /** The most frequent ones first. */
    List<Opener> most(int number) {
        List<Opener> all = new ArrayList<Opener>();
        int sampled = elsewhere;
        for (int count : places.values()) {
            sampled += count;
        }
        for (Map.Entry<List<StackTraceElement>, Integer> each : places.entrySet()) {
            all.add(new Opener(each.getKey(), each.getValue() * 100.0 / sampled));
        }
        Collections.sort(all, new Comparator<Opener>() {
            @Override
            public int compare(Opener one, Opener other) {
                return Double.compare(other.percent(), one.percent());
            }
        });
        return new ArrayList<Opener>(all.subList(0, Math.min(number, all.size())));
    }

    /** The frames of the application next to the opening; what a client of the JDK's own has, if there is none. */
    private static List<StackTraceElement> placeOf(StackTraceElement[] stack) {
        List<StackTraceElement> place = new ArrayList<StackTraceElement>(FRAMES);
        for (int i = 0; i < stack.length && place.size() < FRAMES; i++) {
            if (isOfTheApplication(stack[i])) {
                place.add(stack[i]);
            }
        }
        return place.isEmpty() ? Arrays.asList(Arrays.copyOf(stack, Math.min(stack.length, FRAMES))) : place;
    }

    private static boolean isOfTheApplication(StackTraceElement frame) {
        for (String prefix : NOT_THE_APPLICATION) {
            if (frame.getClassName().startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }
}
