package io.kaagent.tls;

import io.kaagent.jdk.SameObject;

/**
 * What decides whether connections of two {@code SSLSocketFactory} objects may be shared. Two identities are equal if it is proved that
 * the factories make connections with the same trust, keys and checks; otherwise if it is the same factory, as in the JDK.
 *
 * <p>Holds for the moment it was taken: a context may be initialised again. Comparing two takes no time and runs no code of the
 * application; taking one runs none either, and takes a few field reads once the factory's context is known. It keeps no object of the
 * application's reachable: a factory may refer to what was connected with it.
 */
public final class FactoryIdentity {
    private static final Canonical CANONICAL = new Canonical();

    private final Object key;
    private final String gap;

    private FactoryIdentity(Object key, String gap) {
        this.key = key;
        this.gap = gap;
    }

    /** By meaning, as far as it can be proved. Never throws. */
    public static FactoryIdentity proved(Object factory) {
        try {
            Proof proof = Proof.ofFactory();
            Meaning meaning = proof.factory(factory);
            return new FactoryIdentity(meaning == null ? SameObject.of(factory) : CANONICAL.of(meaning), proof.gap());
        } catch (RuntimeException e) {
            return unreadable(factory, e);
        } catch (LinkageError e) {
            return unreadable(factory, e);
        }
    }

    /** The same for the {@code SSLContextSpi} that a socket was made with: the factory is not known any more. */
    static FactoryIdentity provedContext(Object context) {
        try {
            Proof proof = Proof.ofFactory();
            Meaning meaning = proof.context(context);
            return new FactoryIdentity(meaning == null ? SameObject.of(context) : CANONICAL.of(meaning), proof.gap());
        } catch (RuntimeException e) {
            return unreadable(context, e);
        } catch (LinkageError e) {
            return unreadable(context, e);
        }
    }

    /** By the object, as the JDK does. */
    public static FactoryIdentity strict(Object factory) {
        return new FactoryIdentity(SameObject.of(factory), null);
    }

    /** What stands in the way of sharing with more factories, in words for the user; null if nothing does, or nothing was tried. */
    public String gap() {
        return gap;
    }

    /** The same object for equal ones, to remember them by. */
    public Object key() {
        return key;
    }

    /** Equal for equal ones, and hardly ever for others; refers to nothing. */
    int fingerprint() {
        return key.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactoryIdentity && key == ((FactoryIdentity) other).key;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(key);
    }

    private static FactoryIdentity unreadable(Object factory, Throwable why) {
        return new FactoryIdentity(
                SameObject.of(factory),
                "socket factory " + factory.getClass().getName() + " can't be read: "
                        + why.getClass().getName());
    }
}
