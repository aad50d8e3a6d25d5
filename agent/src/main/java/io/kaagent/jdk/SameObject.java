package io.kaagent.jdk;

/**
 * Stands for one object, and refers to nothing: what is remembered of an application's object must not keep it, and all that it refers to,
 * reachable. There is one for each object as long as that lives, so that two are compared by {@code ==}, also after it is gone.
 *
 * <p>Threading: any thread.
 */
public final class SameObject {
    private static final WeakIdentityMap<SameObject> KNOWN = new WeakIdentityMap<SameObject>();

    private SameObject() {}

    /** Null for null. */
    public static SameObject of(Object object) {
        SameObject known = object == null ? null : KNOWN.get(object);
        return known == null && object != null ? first(object) : known;
    }

    private static synchronized SameObject first(Object object) {
        while (KNOWN.pollDropped() != null) {
            // the application has dropped that object
        }
        SameObject known = KNOWN.get(object);
        if (known == null) {
            known = new SameObject();
            KNOWN.put(object, known);
        }
        return known;
    }
}
