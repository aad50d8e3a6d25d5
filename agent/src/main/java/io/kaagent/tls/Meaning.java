package io.kaagent.tls;

import java.util.Arrays;

/**
 * What was read of an object, as far as it decides how connections are made: two objects with equal meanings can't be told apart.
 * Its parts are other meanings, {@link io.kaagent.jdk.SameObject}s, strings, numbers, and certificates and keys of the JDK's own classes; none of
 * them runs application code when it is compared. Immutable.
 */
final class Meaning {
    private final Object[] parts;
    private final int hash;

    /** @param parts kept, not copied */
    Meaning(Object... parts) {
        this.parts = parts;
        this.hash = Arrays.hashCode(parts);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Meaning
                        && hash == ((Meaning) other).hash
                        && Arrays.equals(parts, ((Meaning) other).parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
