package io.kaagent.tls;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One object for all meanings that are equal, so that the pool compares two of them by {@code ==}: comparing 150 trusted
 * certificates is nothing to do under its lock. Held weakly: a meaning lives as long as a name, or a context, that has it.
 *
 * <p>Threading: any thread.
 */
final class Canonical {
    private final ConcurrentHashMap<Object, Entry> entries = new ConcurrentHashMap<Object, Entry>();
    private final ReferenceQueue<Meaning> dropped = new ReferenceQueue<Meaning>();

    /** The first of all that are equal to this one and still live. */
    Meaning of(Meaning meaning) {
        for (Reference<?> entry = dropped.poll(); entry != null; entry = dropped.poll()) {
            entries.remove(entry);
        }
        Entry known = entries.get(new Probe(meaning));
        Meaning first = known == null ? null : known.get();
        while (first == null) {
            Entry entry = new Entry(meaning, dropped);
            Entry before = entries.putIfAbsent(entry, entry);
            first = before == null
                    ? meaning
                    : before.get(); // null if it was dropped just now: then it is no longer equal
        }
        return first;
    }

    int size() {
        return entries.size();
    }

    private static final class Entry extends WeakReference<Meaning> {
        private final int hash;

        Entry(Meaning meaning, ReferenceQueue<Meaning> dropped) {
            super(meaning, dropped);
            this.hash = meaning.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Meaning meaning = get();
            return meaning != null && other instanceof Entry && meaning.equals(((Entry) other).get());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Stands in for an entry while looking. */
    private static final class Probe {
        private final Meaning meaning;

        Probe(Meaning meaning) {
            this.meaning = meaning;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry && meaning.equals(((Entry) other).get());
        }

        @Override
        public int hashCode() {
            return meaning.hashCode();
        }
    }
}
