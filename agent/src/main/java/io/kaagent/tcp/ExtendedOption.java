package io.kaagent.tcp;

import io.kaagent.jdk.Members;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.SocketOption;

/**
 * A TCP option that is not among {@code java.net.StandardSocketOptions}. Set through {@code Socket.setOption} (JDK 9 and later), on
 * 8 through {@code jdk.net.Sockets.setOption}; the option's constant is in {@code jdk.net} since 8u261 (JDK-8236187) and 11.
 */
final class ExtendedOption {
    private static final Method SET_ON_8 =
            Members.method("jdk.net.Sockets", "setOption", Socket.class, SocketOption.class, Object.class);
    private static final Method SET = Members.method("java.net.Socket", "setOption", SocketOption.class, Object.class);

    static final ExtendedOption TCP_KEEPIDLE = new ExtendedOption("TCP_KEEPIDLE", "TCP_KEEPIDLE");
    static final ExtendedOption TCP_KEEPINTVL = new ExtendedOption("TCP_KEEPINTVL", "TCP_KEEPINTERVAL");
    static final ExtendedOption TCP_KEEPCNT = new ExtendedOption("TCP_KEEPCNT", "TCP_KEEPCOUNT");

    private final String name;
    private final SocketOption<Integer> option;

    private ExtendedOption(String name, String constant) {
        this.name = name;
        this.option = option(constant);
    }

    void set(TcpOptions.Target target, Integer value, TcpOptions.Refusals refusals) {
        if (option == null || SET == null && SET_ON_8 == null) {
            refusals.refused(name, null);
            return;
        }
        try {
            target.set(option, value);
        } catch (Exception e) {
            refusals.refused(name, e);
        }
    }

    static void set(Socket socket, SocketOption<Integer> option, Integer value) throws IOException {
        try {
            if (SET != null) {
                SET.invoke(socket, option, value);
            } else {
                SET_ON_8.invoke(null, socket, option, value);
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            throw e.getCause() instanceof IOException ? (IOException) e.getCause() : new IOException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // the three of them are declared so
    private static SocketOption<Integer> option(String constant) {
        Field field = Members.field("jdk.net.ExtendedSocketOptions", constant);
        return field == null ? null : (SocketOption<Integer>) Members.get(field, null);
    }
}
