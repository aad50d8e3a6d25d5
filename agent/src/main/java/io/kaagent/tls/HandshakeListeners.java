package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.io.IOException;
import java.lang.reflect.Field;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The listeners of a TLS socket's handshakes: told as the JDK tells them, on a thread of their own. */
public final class HandshakeListeners {
    private static final Field LISTENERS = Members.field("sun.security.ssl.SSLConfiguration", "handshakeListeners");

    private HandshakeListeners() {}

    /** Tells them that a handshake is over, as if the session had been resumed. False if there are none. */
    public static boolean tell(SSLSocket socket, SSLSession session) {
        final Map<HandshakeCompletedListener, AccessControlContext> told = of(socket);
        if (told.isEmpty()) {
            return false;
        }
        final HandshakeCompletedEvent event = new HandshakeCompletedEvent(socket, session);
        new Thread(
                        new Runnable() {
                            @Override
                            public void run() {
                                tell(told, event);
                            }
                        },
                        "HandshakeCompletedNotify-Thread")
                .start();
        return true;
    }

    /** A handshake of which they do not hear: they have been told of the one it stands in for. */
    public static void handshakeUnheard(SSLSocket socket) throws IOException {
        Object settings = JdkSocket.settingsOf(socket);
        Object kept = LISTENERS == null ? null : Members.get(LISTENERS, settings);
        if (kept != null) {
            Members.set(LISTENERS, settings, null);
        }
        try {
            socket.startHandshake();
        } finally {
            if (kept != null && Members.get(LISTENERS, settings) == null) {
                Members.set(LISTENERS, settings, kept);
            }
        }
    }

    /** With the rights that each had when it was added; null since the JDK does not keep them any more. */
    @SuppressWarnings("unchecked")
    private static Map<HandshakeCompletedListener, AccessControlContext> of(SSLSocket socket) {
        Object listeners = LISTENERS == null ? null : Members.get(LISTENERS, JdkSocket.settingsOf(socket));
        if (listeners == null) {
            return Collections.emptyMap();
        }
        if (listeners instanceof Map) {
            return new HashMap<HandshakeCompletedListener, AccessControlContext>(
                    (Map<HandshakeCompletedListener, AccessControlContext>) listeners);
        }
        Map<HandshakeCompletedListener, AccessControlContext> all =
                new HashMap<HandshakeCompletedListener, AccessControlContext>();
        List<HandshakeCompletedListener> copy =
                new ArrayList<HandshakeCompletedListener>((Collection<HandshakeCompletedListener>) listeners);
        for (HandshakeCompletedListener listener : copy) {
            all.put(listener, null);
        }
        return all;
    }

    private static void tell(
            Map<HandshakeCompletedListener, AccessControlContext> told, final HandshakeCompletedEvent event) {
        for (final Map.Entry<HandshakeCompletedListener, AccessControlContext> each : told.entrySet()) {
            if (each.getValue() == null) {
                each.getKey().handshakeCompleted(event);
            } else {
                AccessController.doPrivileged(
                        new PrivilegedAction<Void>() {
                            @Override
                            public Void run() {
                                each.getKey().handshakeCompleted(event);
                                return null;
                            }
                        },
                        each.getValue());
            }
        }
    }
}
