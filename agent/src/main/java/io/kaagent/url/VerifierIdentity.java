package io.kaagent.url;

import io.kaagent.jdk.SameObject;
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

    /** Equal for verifiers that are the same; null for none. Refers to nothing of the application's, which may refer to the connection. */
    static Object of(Object verifier) {
        List<Field> fields = verifier == null ? null : FINAL_FIELDS.get(verifier.getClass());
        List<Object> values = fields == null ? null : values(fields, verifier);
        return values == null ? SameObject.of(verifier) : values;
    }

    /** Null if they can't be read. */
    private static List<Object> values(List<Field> fields, Object verifier) {
        List<Object> values = new ArrayList<Object>(fields.size() + 1);
        values.add(SameObject.of(verifier.getClass()));
        try {
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                Object value = field.get(verifier);
                values.add(field.getType().isPrimitive() ? value : SameObject.of(value));
            }
            return values;
        } catch (IllegalAccessException e) {
            return null;
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
