package io.kaagent.socket;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.SocketImpl;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The methods of a {@link SocketImpl} that only {@code java.net} may call, by reflection. */
final class Protected {
    private static final Map<String, Method> METHODS = new ConcurrentHashMap<>();

    private Protected() {}

    static Object call(SocketImpl impl, String name, Class<?>[] types, Object... arguments) throws IOException {
        try {
            return method(name, types).invoke(impl, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException) {
                throw (IOException) e.getCause();
            }
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static Object call(SocketImpl impl, String name) throws IOException {
        return call(impl, name, new Class<?>[0]);
    }

    /** One that throws nothing checked. */
    static Object ask(SocketImpl impl, String name) {
        try {
            return call(impl, name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Method method(String name, Class<?>[] types) {
        return METHODS.computeIfAbsent(name + types.length + (types.length == 0 ? "" : types[0]), key -> {
            try {
                Method method = SocketImpl.class.getDeclaredMethod(name, types);
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        });
    }
}
