package io.kaagent.pool;

/** The pool's key (rule 5): the origin and everything else that makes two connections different. Immutable. */
public final class Name {
    private final Origin origin;
    private final Object identity;
    private final int hash;

    /** @param identity compared by {@code equals}; null where nothing but the origin counts */
    public Name(Origin origin, Object identity) {
        this.origin = origin;
        this.identity = identity;
        this.hash = 31 * origin.hashCode() + (identity == null ? 0 : identity.hashCode());
    }

    public Origin origin() {
        return origin;
    }

    /** Null where nothing but the origin counts. */
    public Object identity() {
        return identity;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Name)) {
            return false;
        }
        Name that = (Name) other;
        return hash == that.hash
                && origin.equals(that.origin)
                && (identity == null ? that.identity == null : identity.equals(that.identity));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The origin: what else is in a name is nothing to print. */
    @Override
    public String toString() {
        return origin.toString();
    }
}
