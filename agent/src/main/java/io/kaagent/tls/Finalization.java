package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * That the JVM is to finalize an object. Until it has, the object is kept with all it refers to: the garbage collector copies it, one
 * thread calls {@code finalize()}, and the next collection frees it. Where there is nothing left for the finalizer to do that can be
 * spared.
 *
 * <p>The JVM has a {@code java.lang.ref.Finalizer} for each such object, in a list, the latest first. One that is not in the list is
 * neither found by the collector nor run by the thread. All names are those of JDK 8 to 17, whose TLS sockets have finalizers; on others
 * nobody asks.
 *
 * <p>Threading: any thread. The list is read without the JDK's lock, as other threads lengthen it: what is missed there is left to the
 * JVM. It is changed under that lock, while which nothing is called that takes another one.
 */
public final class Finalization {
    private static final String FINALIZER = "java.lang.ref.Finalizer";
    private static final JdkClass CLASS = JdkClass.declaring(FINALIZER, "next", "prev");
    private static final Field LATEST = Members.field(FINALIZER, "unfinalized");
    private static final Field NEXT = Members.field(FINALIZER, "next");
    private static final Field PREVIOUS = Members.field(FINALIZER, "prev");
    private static final Field LOCK_FIELD = Members.field(FINALIZER, "lock");
    private static final Object LOCK = LOCK_FIELD == null ? null : Members.get(LOCK_FIELD, null);

    /** JDK 16 and later: there {@code get()} is not for these. */
    private static final Method REFERS_TO = Members.method("java.lang.ref.Reference", "refersTo", Object.class);

    /** How many are looked at. Those that other threads have made since: hardly any, for an object that is being made. */
    private static final int MOST = 32;

    private final Object finalizer;

    private Finalization(Object finalizer) {
        this.finalizer = finalizer;
    }

    /** Whether this JDK's are as we know them. */
    static boolean isKnown() {
        return CLASS.isKnown() && LATEST != null && NEXT != null && PREVIOUS != null && LOCK != null;
    }

    /**
     * That of an object that has just been made.
     *
     * @return null if it has none, or it can't be told
     */
    static Finalization of(Object object) {
        Object finalizer = Members.get(LATEST, null);
        for (int i = 0; i < MOST && finalizer != null; i++) {
            if (refersTo((Reference<?>) finalizer, object)) {
                return new Finalization(finalizer);
            }
            finalizer = Members.get(NEXT, finalizer);
        }
        return null;
    }

    /**
     * The JVM does not finalize it any more; unless it has begun to. Just the list is changed: a collector that has found the {@code Finalizer}
     * meanwhile relies on its being as it was.
     */
    public void cancel() {
        synchronized (LOCK) {
            Object next = Members.get(NEXT, finalizer);
            if (next == finalizer) {
                return; // by which the JDK knows one that is not in the list
            }
            Object previous = Members.get(PREVIOUS, finalizer);
            // a stack that overflows does so here, and not between two links
            Members.set(PREVIOUS, finalizer, previous);
            if (previous == null) {
                Members.set(LATEST, null, next);
            } else {
                Members.set(NEXT, previous, next);
            }
            if (next != null) {
                Members.set(PREVIOUS, next, previous);
            }
            Members.set(PREVIOUS, finalizer, null);
            Members.set(NEXT, finalizer, finalizer);
        }
    }

    private static boolean refersTo(Reference<?> finalizer, Object object) {
        return REFERS_TO == null ? finalizer.get() == object : (Boolean) Members.call(REFERS_TO, finalizer, object);
    }
}
