package io.kaagent.jdk;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Access to members of JDK classes that are not public. The packages were opened to us at the start (JDK 9 and later); under a
 * security manager (8 to 17) our own rights count, not those of the application's code below us on the stack.
 */
public final class Members {
    private Members() {}

    /** The field, accessible; null where this JDK has none. */
    public static Field field(final String owner, final String name) {
        return AccessController.doPrivileged(new PrivilegedAction<Field>() {
            @Override
            public Field run() {
                try {
                    Field field = Class.forName(owner, false, null).getDeclaredField(name);
                    field.setAccessible(true);
                    return field;
                } catch (Exception e) {
                    return null; // absent or not opened: the caller has a way without it
                }
            }
        });
    }

    /** The method, accessible; null where this JDK has none. */
    public static Method method(final String owner, final String name, final Class<?>... parameters) {
        return AccessController.doPrivileged(new PrivilegedAction<Method>() {
            @Override
            public Method run() {
                try {
                    Method method = Class.forName(owner, false, null).getDeclaredMethod(name, parameters);
                    method.setAccessible(true);
                    return method;
                } catch (Exception e) {
                    return null; // absent or not opened: the caller has a way without it
                }
            }
        });
    }

    /** The constructor without parameters, accessible; null where this JDK has none. */
    public static Constructor<?> constructor(final String owner) {
        return AccessController.doPrivileged(new PrivilegedAction<Constructor<?>>() {
            @Override
            public Constructor<?> run() {
                try {
                    Constructor<?> constructor =
                            Class.forName(owner, false, null).getDeclaredConstructor();
                    constructor.setAccessible(true);
                    return constructor;
                } catch (Exception e) {
                    return null; // absent or not opened: the caller has a way without it
                }
            }
        });
    }

    /** Calls one that throws nothing checked. */
    public static Object create(Constructor<?> constructor) {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(constructor.toString(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.toString(), e);
        }
    }

    public static Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    public static void set(Field field, Object owner, Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    /** Calls a method that throws nothing checked. */
    public static Object call(Method method, Object owner, Object... arguments) {
        try {
            return method.invoke(owner, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.toString(), e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method.toString(), e.getCause());
        }
    }
}
