package io.kaagent.socket;

import io.kaagent.jdk.Members;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options that have a name and no number (JDK 9 and later, some on 8). They are not carried from one connection to the other: a
 * socket that was given one before it connects gets a connection of its own, for itself alone. {@code TCP_QUICKACK} is not among them: the
 * kernel forgets it when it connects. Immutable.
 */
final class NamedOptions {
    private static final String[] EXTENDED = {"TCP_KEEPIDLE", "TCP_KEEPINTERVAL", "TCP_KEEPCOUNT"};

    private final ImplCalls calls;
    private final Map<SocketOption<?>, Object> usual = new LinkedHashMap<SocketOption<?>, Object>();

    /** @param untouched created, and none of its options set */
    NamedOptions(ImplCalls calls, SocketImpl untouched) {
        this.calls = calls;
        add(untouched, Members.field("java.net.StandardSocketOptions", "SO_REUSEPORT"));
        for (String constant : EXTENDED) {
            add(untouched, Members.field("jdk.net.ExtendedSocketOptions", constant));
        }
    }

    /** Whether none of them was set. The application may lack the right to know (JDK 8 to 17, with a security manager). */
    boolean areUsual(final SocketImpl created) {
        return AccessController.doPrivileged(new PrivilegedAction<Boolean>() {
            @Override
            public Boolean run() {
                for (Map.Entry<SocketOption<?>, Object> each : usual.entrySet()) {
                    if (!isUsual(created, each.getKey(), each.getValue())) {
                        return false;
                    }
                }
                return true;
            }
        });
    }

    private boolean isUsual(SocketImpl created, SocketOption<?> option, Object value) {
        try {
            return value.equals(calls.getOption(created, option));
        } catch (UnsupportedOperationException e) {
            return true; // then nobody can have set it
        } catch (IOException e) {
            return false; // closed meanwhile: connecting it will tell
        }
    }

    /** What a socket has of which nobody set it; null for an option that is not one of these. */
    Object usual(SocketOption<?> option) {
        return usual.get(option);
    }

    private void add(SocketImpl untouched, Field constant) {
        if (constant == null) {
            return;
        }
        SocketOption<?> option = (SocketOption<?>) Members.get(constant, null);
        try {
            Object value = calls.getOption(untouched, option);
            if (value != null) {
                usual.put(option, value);
            }
        } catch (IOException | UnsupportedOperationException e) {
            usual.remove(option); // this platform has none such: nobody can have set it
        }
    }
}
