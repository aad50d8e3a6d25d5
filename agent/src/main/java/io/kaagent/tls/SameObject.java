package io.kaagent.tls;

import java.lang.ref.WeakReference;

/** That very object, held weakly: equal to what was made of the same one, and of nothing else, even after it is gone. */
final class SameObject extends WeakReference<Object> {
    private final int hash;

    SameObject(Object object) {
        super(object);
        this.hash = System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof SameObject)) {
            return false;
        }
        Object object = get();
        return object != null && object == ((SameObject) other).get();
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
