package io.kaagent.it.child;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.Arrays;

/**
 * The requests of {@link EachKind}, and once more when the application has set a factory for the impls of its sockets, and then to other servers; and what
 * comes of setting a second one. Arguments: what the factory makes, and the addresses of these servers.
 */
public final class SocketFactories {
    private SocketFactories() {}

    public static void main(String[] arguments) throws IOException {
        String[] known = Arrays.copyOfRange(arguments, 1, 3);
        EachKind.main(known);
        Socket.setSocketImplFactory(() -> made(arguments[0]));
        EachKind.main(known);
        EachKind.main(Arrays.copyOfRange(arguments, 3, 5));
        try {
            Socket.setSocketImplFactory(() -> made(arguments[0]));
        } catch (SocketException e) {
            System.out.println(e);
        }
    }

    private static SocketImpl made(String what) {
        switch (what) {
            case "own":
                return new SocketsByFactory();
            case "the JDK's":
                return platformImpl();
            case "delegating":
                return new DelegatingImpl(platformImpl());
            default:
                throw new IllegalArgumentException(what);
        }
    }

    /** What the JDK itself would use, as applications get it that must not be able to. */
    private static SocketImpl platformImpl() {
        try {
            return onJdk13OrLater()
                    ? (SocketImpl) open(SocketImpl.class.getDeclaredMethod("createPlatformSocketImpl", boolean.class))
                            .invoke(null, false)
                    : (SocketImpl) open(constructor("java.net.PlainSocketImpl")).newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean onJdk13OrLater() {
        for (Method method : SocketImpl.class.getDeclaredMethods()) {
            if (method.getName().equals("createPlatformSocketImpl")) {
                return true;
            }
        }
        return false;
    }

    private static Constructor<?> constructor(String name) throws ReflectiveOperationException {
        return Class.forName(name).getDeclaredConstructor();
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }
}
