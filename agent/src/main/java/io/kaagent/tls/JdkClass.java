package io.kaagent.tls;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Arrays;
import java.util.List;

/**
 * A class of the JDK whose fields we know, all of them and those it inherits: the ones that are compared, and the ones of which we know
 * why they need not be. One with a field we don't know is not the class we know, and nothing is proved of its objects.
 */
final class JdkClass {
    private final Class<?> type;

    private JdkClass(Class<?> type) {
        this.type = type;
    }

    /** @param fields all that it has, or inherits, in any of the JDKs 8 to 25 */
    static JdkClass named(final String name, String... fields) {
        final List<String> known = Arrays.asList(fields);
        return new JdkClass(AccessController.doPrivileged(new PrivilegedAction<Class<?>>() {
            @Override
            public Class<?> run() {
                return load(name, known);
            }
        }));
    }

    /** The same, whatever it inherits. */
    static JdkClass declaring(final String name, String... fields) {
        final List<String> known = Arrays.asList(fields);
        return new JdkClass(AccessController.doPrivileged(new PrivilegedAction<Class<?>>() {
            @Override
            public Class<?> run() {
                Class<?> type = find(name);
                return type != null && areKnown(type.getDeclaredFields(), known) ? type : null;
            }
        }));
    }

    /** Whether this JDK has the class as we know it. */
    boolean isKnown() {
        return type != null;
    }

    /** Whether it is of exactly this class. */
    boolean isClassOf(Object object) {
        return type != null && object != null && object.getClass() == type;
    }

    /** Null where this JDK has another. */
    private static Class<?> load(String name, List<String> known) {
        Class<?> type = find(name);
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (!areKnown(c.getDeclaredFields(), known)) {
                return null;
            }
        }
        return type;
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static boolean areKnown(Field[] fields, List<String> known) {
        for (Field field : fields) {
            if (!Modifier.isStatic(field.getModifiers()) && !known.contains(field.getName())) {
                return false;
            }
        }
        return true;
    }
}
