package io.kaagent.tls;

import io.kaagent.jdk.SameObject;
import io.kaagent.jdk.WeakIdentityMap;
import java.lang.ref.WeakReference;

/**
 * What an {@code SSLContextImpl} means with the managers it has now. Remembered, since it takes time; and only as long as it has these
 * very managers, since {@code SSLContext.init} may be called again.
 */
final class ContextMeaning {
    private static final WeakIdentityMap<ContextMeaning> KNOWN = new WeakIdentityMap<ContextMeaning>();

    private final WeakReference<Object> keys;
    private final WeakReference<Object> trust;
    private final Meaning meaning;
    private final String gap;

    private ContextMeaning(Object keys, Object trust, Meaning meaning, String gap) {
        this.keys = new WeakReference<Object>(keys);
        this.trust = new WeakReference<Object>(trust);
        this.meaning = meaning;
        this.gap = gap;
    }

    static ContextMeaning of(Object context) {
        if (!JdkTls.isContext(context)) {
            return stranger(context);
        }
        Object keys = JdkTls.keysOf(context);
        Object trust = JdkTls.trustOf(context);
        ContextMeaning known = KNOWN.get(context);
        if (known != null && known.keys.get() == keys && known.trust.get() == trust) {
            return known;
        }
        Proof proof = Proof.ofContext();
        ContextMeaning meaning = new ContextMeaning(keys, trust, meaning(proof, context, keys, trust), proof.gap());
        if (proof.gap() != null || !proof.isPassing()) {
            remember(context, meaning);
        }
        return meaning;
    }

    /** Null if nothing is known of such a context. */
    Meaning meaning() {
        return meaning;
    }

    /** Why it is no more than this very context, or nothing; null if it is more. */
    String gap() {
        return gap;
    }

    private static Meaning meaning(Proof proof, Object context, Object keys, Object trust) {
        Meaning trusted = proof.trust(trust);
        Meaning known = trusted == null ? null : proof.keys(keys);
        if (known == null) {
            return new Meaning("context", SameObject.of(context), SameObject.of(keys), SameObject.of(trust));
        }
        return new Meaning("like", SameObject.of(context.getClass()), JdkTls.staplingOf(context), known, trusted);
    }

    private static ContextMeaning stranger(Object context) {
        return new ContextMeaning(
                null, null, null, "context " + context.getClass().getName() + " can't be compared");
    }

    private static void remember(Object context, ContextMeaning meaning) {
        while (KNOWN.pollDropped() != null) {
            // the application has dropped that context
        }
        KNOWN.remove(context);
        KNOWN.put(context, meaning);
    }
}
