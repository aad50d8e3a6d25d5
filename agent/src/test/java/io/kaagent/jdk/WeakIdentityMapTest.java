package io.kaagent.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {
    private final WeakIdentityMap<String> map = new WeakIdentityMap<>();

    @Test
    void comparesByIdentityNotByEquals() {
        String one = new String("key");
        String other = new String("key");
        map.put(one, "one");
        assertThat(map.get(one)).isEqualTo("one");
        assertThat(map.get(other)).isNull();
        map.put(other, "other");
        assertThat(map.remove(one)).isEqualTo("one");
        assertThat(map.get(other)).isEqualTo("other");
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void neverAsksItsKeys() {
        Object key = new Object() {
            @Override
            public boolean equals(Object other) {
                throw new AssertionError("asked");
            }

            @Override
            public int hashCode() {
                throw new AssertionError("asked");
            }
        };
        map.put(key, "value");
        assertThat(map.get(key)).isEqualTo("value");
        assertThat(map.remove(key)).isEqualTo("value");
        assertThat(map.remove(key)).isNull();
    }

    @Test
    void tellsWhatBelongedToAKeyThatWasDropped() {
        Object kept = new Object();
        map.put(kept, "kept");
        map.put(new Object(), "dropped");
        List<String> polled = new ArrayList<>();
        Await.until("the collector found the key", () -> {
            System.gc();
            String value = map.pollDropped();
            return value != null && polled.add(value);
        });
        assertThat(polled).containsExactly("dropped");
        assertThat(map.pollDropped()).isNull();
        assertThat(map.get(kept)).isEqualTo("kept");
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void tellsNothingOfAKeyThatWasRemovedBefore() {
        WeakIdentityMap<String> twoDropped = new WeakIdentityMap<>();
        removeAndDrop(twoDropped);
        twoDropped.put(new Object(), "dropped later");
        Set<String> polled = new HashSet<>();
        Await.until("the collector found the key", () -> {
            System.gc();
            String value = twoDropped.pollDropped();
            return value != null && polled.add(value);
        });
        assertThat(polled).containsExactly("dropped later");
        assertThat(twoDropped.size()).isZero();
    }

    @Test
    void losesNothingWhenManyThreadsPutAndRemove() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> lost =
                    threads.invokeAll(List.of(putsAndRemoves(), putsAndRemoves(), putsAndRemoves()));
            for (Future<Integer> one : lost) {
                assertThat(one.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(map.size()).isZero();
    }

    private static void removeAndDrop(WeakIdentityMap<String> map) {
        Object key = new Object();
        map.put(key, "removed");
        assertThat(map.remove(key)).isEqualTo("removed");
    }

    /** How many were not found again. */
    private Callable<Integer> putsAndRemoves() {
        return () -> {
            int lost = 0;
            List<Object> keys = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                Object key = new Object();
                keys.add(key);
                map.put(key, "value");
                Object old = keys.get(Math.max(0, i - 50));
                lost += i < 50 || map.remove(old) != null ? 0 : 1;
                lost += map.get(key) != null ? 0 : 1;
                map.pollDropped();
            }
            for (Object key : keys) {
                map.remove(key);
            }
            return lost;
        };
    }
}
