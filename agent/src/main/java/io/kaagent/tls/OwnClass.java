package io.kaagent.tls;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A class of the application's own, as far as it can be known from its fields, static ones included: if all are final, its objects are what
 * these fields hold. Methods are not looked at: what they read elsewhere is not seen.
 */
final class OwnClass {
    /** What such a class may extend: classes of the JDK without any state of their own. */
    private static final List<String> BASES = Arrays.asList(
            "java.lang.Object",
            "javax.net.SocketFactory",
            "javax.net.ssl.SSLSocketFactory",
            "javax.net.ssl.X509ExtendedKeyManager",
            "javax.net.ssl.X509ExtendedTrustManager");

    private static final ClassValue<OwnClass> KNOWN = new ClassValue<OwnClass>() {
        @Override
        protected OwnClass computeValue(final Class<?> type) {
            return AccessController.doPrivileged(new PrivilegedAction<OwnClass>() {
                @Override
                public OwnClass run() {
                    return read(type);
                }
            });
        }
    };

    private final List<Field> fields;
    private final String gap;

    private OwnClass(List<Field> fields, String gap) {
        this.fields = fields;
        this.gap = gap;
    }

    static OwnClass of(Object object) {
        return KNOWN.get(object.getClass());
    }

    /** Why nothing can be proved of its objects; null if something can. */
    String gap() {
        return gap;
    }

    /** All of them, final, and accessible. */
    List<Field> fields() {
        return fields;
    }

    /** For the user: what is in the way. */
    static String state(Field field) {
        return "has state (" + (Modifier.isStatic(field.getModifiers()) ? "static " : "") + "field " + field.getName()
                + ")";
    }

    private static OwnClass read(Class<?> type) {
        List<Field> fields = new ArrayList<Field>();
        try {
            for (Class<?> c = type; !isBase(c); c = c.getSuperclass()) {
                if (c.getClassLoader() == null) {
                    return new OwnClass(null, c == type ? "can't be compared" : "extends " + c.getName());
                }
                Field open = addFields(c, fields);
                if (open != null) {
                    return new OwnClass(null, state(open));
                }
            }
            return new OwnClass(fields, null);
        } catch (RuntimeException e) { // a module that is closed to us
            return new OwnClass(null, "has fields that can't be read");
        } catch (LinkageError e) { // a field of a type that is not there
            return new OwnClass(null, "has fields that can't be read");
        }
    }

    private static boolean isBase(Class<?> type) {
        return type.getClassLoader() == null && BASES.contains(type.getName());
    }

    /** Returns the first that may change. Synthetic static ones belong to tools that count coverage, and the like. */
    private static Field addFields(Class<?> type, List<Field> fields) {
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (field.isSynthetic() && Modifier.isStatic(modifiers)) {
                continue;
            }
            if (!Modifier.isFinal(modifiers)) {
                return field;
            }
            field.setAccessible(true);
            fields.add(field);
        }
        return null;
    }
}
