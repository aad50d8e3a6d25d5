package io.kaagent.url;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;

/**
 * When two hostname verifiers count as the same: the same object; or two of the same class whose fields are all final and hold the
 * very same values, usually none. Nothing that such a verifier remembers can tell the two apart, so that a connection one of them
 * accepted the other would have accepted too. Many applications make a new one for every request.
 *
 * <p>Whatever can't be read counts as different.
 */
final class VerifierIdentity {
    private static final ClassValue<List<Field>> FINAL_FIELDS = new ClassValue<List<Field>>() {
        @Override
        protected List<Field> computeValue(final Class<?> type) {
            return AccessController.doPrivileged(new PrivilegedAction<List<Field>>() {
                @Override
                public List<Field> run() {
                    return finalFields(type);
                }
            });
        }
    };

    private VerifierIdentity() {}

    static boolean same(Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null || one.getClass() != other.getClass()) {
            return false;
        }
        List<Field> fields = FINAL_FIELDS.get(one.getClass());
        return fields != null && sameValues(fields, one, other);
    }

    /** Equal for verifiers that are the same. */
    static int hash(Object verifier) {
        if (verifier == null) {
            return 0;
        }
        boolean comparable = FINAL_FIELDS.get(verifier.getClass()) != null;
        return System.identityHashCode(comparable ? verifier.getClass() : verifier);
    }

    private static boolean sameValues(List<Field> fields, Object one, Object other) {
        try {
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                Object a = field.get(one);
                Object b = field.get(other);
                if (field.getType().isPrimitive() ? !a.equals(b) : a != b) {
                    return false;
                }
            }
            return true;
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    /** Null if not all of them are final, or they can't be read. */
    private static List<Field> finalFields(Class<?> type) {
        List<Field> fields = new ArrayList<Field>();
        try {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        if (!Modifier.isFinal(field.getModifiers())) {
                            return null;
                        }
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return fields;
        } catch (RuntimeException e) {
            return null; // a module that is closed to us
        } catch (LinkageError e) {
            return null; // a field of a type that is not there
        }
    }
}
