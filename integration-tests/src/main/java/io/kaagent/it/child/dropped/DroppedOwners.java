package io.kaagent.it.child.dropped;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops owners of a connection in each {@link Way}, and tells how many of them the garbage collector has found. Arguments: where to ask, by
 * https.
 */
public final class DroppedOwners {
    private static final int OWNERS = 5;

    private DroppedOwners() {}

    public static void main(String[] arguments) throws Exception {
        for (String url : arguments) {
            for (Way way : Way.values()) {
                System.out.println(way + ": " + (way.isPossible() ? collected(way, url) : "not on this JDK"));
            }
        }
    }

    private static String collected(Way way, String url) throws Exception {
        List<WeakReference<Object>> owners = new ArrayList<>();
        for (int i = 0; i < OWNERS; i++) {
            owners.add(new WeakReference<>(way.use(url)));
        }
        Collector.runUntil(() -> count(owners) == OWNERS);
        return count(owners) + " of " + OWNERS;
    }

    private static long count(List<WeakReference<Object>> owners) {
        return owners.stream().filter(owner -> owner.get() == null).count();
    }
}
