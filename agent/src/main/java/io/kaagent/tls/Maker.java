package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.net.Socket;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Who made a TLS connection. Up to JDK 23 it keeps the rights of all the code that was under way when its socket was made, and with them
 * the class loaders: those of a web application that is long gone, as long as another one uses the connection. A socket asks these rights for
 * Kerberos alone, and has no listener but the JDK's own client, which does nothing that takes rights.
 */
public final class Maker {
    private static final Field RIGHTS = Members.field("sun.security.ssl.TransportContext", "acc");
    private static final Field LISTENERS = Members.field("sun.security.ssl.SSLConfiguration", "handshakeListeners");

    private static final AccessControlContext NOBODY =
            AccessController.doPrivileged(new PrivilegedAction<AccessControlContext>() {
                @Override
                public AccessControlContext run() {
                    return AccessController.getContext();
                }
            });

    private Maker() {}

    /** Nobody from now on. Called while nobody uses the connection. */
    public static void forget(Socket socket) {
        if (RIGHTS == null || !JdkSocket.isKnown() || !JdkSocket.isOne(socket)) {
            return;
        }
        SSLSocket tls = (SSLSocket) socket;
        try {
            if (!((SSLSession) JdkSocket.session(tls)).getCipherSuite().contains("KRB5")) {
                JdkSocket.madeBy(tls, RIGHTS, NOBODY);
                forgetRightsOfListeners(Members.get(LISTENERS, JdkSocket.settingsOf(tls)));
            }
        } catch (RuntimeException e) {
            return; // somebody has kept the socket and changes its listeners at this moment: they stay as they are
        }
    }

    /** Only of the JDK's: those of an application hold its classes anyway. */
    @SuppressWarnings("unchecked")
    private static void forgetRightsOfListeners(Object listeners) {
        if (listeners instanceof Map) {
            for (Map.Entry<HandshakeCompletedListener, AccessControlContext> each :
                    ((Map<HandshakeCompletedListener, AccessControlContext>) listeners).entrySet()) {
                if (each.getKey().getClass().getClassLoader() == null) {
                    each.setValue(NOBODY);
                }
            }
        }
    }
}
