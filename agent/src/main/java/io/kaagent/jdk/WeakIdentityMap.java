package io.kaagent.jdk;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What we remember about an object of the JDK, which can't be given a field: compared by identity, held weakly, so that we never
 * keep alive what the application has dropped. The values must not refer to their keys strongly.
 *
 * <p>Threading: any thread, without locks.
 */
public final class WeakIdentityMap<V> {
    private final ConcurrentHashMap<Object, V> values = new ConcurrentHashMap<Object, V>();
    private final ReferenceQueue<Object> dropped = new ReferenceQueue<Object>();

    public V get(Object key) {
        return values.get(new Probe(key));
    }

    public void put(Object key, V value) {
        values.put(new Key(key, dropped), value);
    }

    public V remove(Object key) {
        return values.remove(new Probe(key));
    }

    /** The value of some key that the application has dropped since, taken out; null when there is none. */
    public V pollDropped() {
        for (Reference<?> key = dropped.poll(); key != null; key = dropped.poll()) {
            V value = values.remove(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public int size() {
        return values.size();
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object referent, ReferenceQueue<Object> dropped) {
            super(referent, dropped);
            this.hash = System.identityHashCode(referent);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    /** Stands in for a key while looking: {@code equals} is asked of the probe, never of the key that lies in the map. */
    private static final class Probe {
        private final Object referent;

        Probe(Object referent) {
            this.referent = referent;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(referent);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).get() == referent;
        }
    }
}
