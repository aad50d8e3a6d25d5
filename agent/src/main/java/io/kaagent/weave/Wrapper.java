package io.kaagent.weave;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;

/**
 * Brings the wrapper class into the package {@code java.net}, which only the boot loader can fill: on JDK 9 and later by a lookup
 * with private access (the package was opened to us at the start), on 8, where there is no such thing, by {@code Unsafe}.
 */
public final class Wrapper {
    private static final String NAME = "java.net.KaAgentSocketImpl";

    private Wrapper() {}

    /**
     * Makes the class. Once in a JVM; later and lazily rather than at the start, since many applications open no raw socket.
     *
     * @param calls the interface it is to implement
     * @param raw the class whose instances it is to call
     * @return an instance that belongs to no socket
     */
    public static Object define(final Class<?> calls, final Class<?> raw) throws Exception {
        return AccessController.doPrivileged(new PrivilegedExceptionAction<Object>() {
            @Override
            public Object run() throws Exception {
                Class<?> socket = Class.forName("java.net.Socket", false, null);
                Class<?> impl = Class.forName("java.net.SocketImpl", false, null);
                byte[] classFile = new WrapperClass(NAME.replace('.', '/'), impl, calls, raw).write();
                Constructor<?> constructor = define(socket, classFile).getConstructor(raw);
                return constructor.newInstance((Object) null);
            }
        });
    }

    private static Class<?> define(Class<?> neighbour, byte[] classFile) throws Exception {
        Method privateLookupIn;
        try {
            privateLookupIn = MethodHandles.class.getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class);
        } catch (NoSuchMethodException e) {
            return defineOnJdk8(classFile);
        }
        Object lookup = privateLookupIn.invoke(null, neighbour, MethodHandles.lookup());
        return (Class<?>) MethodHandles.Lookup.class
                .getMethod("defineClass", byte[].class)
                .invoke(lookup, (Object) classFile);
    }

    private static Class<?> defineOnJdk8(byte[] classFile) throws Exception {
        Class<?> unsafeClass = Class.forName("sun.misc.Unsafe", false, null);
        Field theUnsafe = unsafeClass.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        Method defineClass = unsafeClass.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
        return (Class<?>) defineClass.invoke(theUnsafe.get(null), NAME, classFile, 0, classFile.length, null, null);
    }
}
