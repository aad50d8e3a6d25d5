package io.kaagent.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLSocket;

/**
 * Has a TLS socket that has no connection any more see the end of one: alerts in the clear (RFC 8446, 6.1), which is what a socket
 * without keys reads. All that a goodbye changes in a socket, and that differs by JDK and by version of TLS, the JDK changes itself.
 *
 * <p>Threading: by whoever has the socket to itself.
 */
public final class Goodbye {
    private static final byte[] CLOSE_NOTIFY = {21, 3, 3, 0, 2, 1, 0};
    private static final byte[] USER_CANCELED = {21, 3, 3, 0, 2, 1, 90};

    private Goodbye() {}

    /**
     * @param canceled whether the goodbye is called one of a user
     * @throws IOException what the JDK makes of it instead
     */
    public static void show(SSLSocket socket, boolean canceled) throws IOException {
        InputStream before = JdkSocket.receiver(socket);
        try {
            byte[] alerts = new byte[canceled ? USER_CANCELED.length + CLOSE_NOTIFY.length : CLOSE_NOTIFY.length];
            System.arraycopy(USER_CANCELED, 0, alerts, 0, alerts.length - CLOSE_NOTIFY.length);
            System.arraycopy(CLOSE_NOTIFY, 0, alerts, alerts.length - CLOSE_NOTIFY.length, CLOSE_NOTIFY.length);
            JdkSocket.receiveFrom(socket, new ByteArrayInputStream(alerts));
            JdkSocket.input(socket).read();
        } finally {
            JdkSocket.receiveFrom(socket, before);
        }
    }

    /** Whether the peer has said it. */
    public static boolean wasHeard(SSLSocket socket) {
        return JdkSocket.hasHeardTheEnd(socket);
    }

    /** Whether the peer has called its goodbye one of a user, as the JDK does in TLS 1.3: then the JDK itself says goodbye at once. */
    public static boolean wasCanceled(SSLSocket socket) {
        return JdkSocket.isCanceled(socket);
    }
}
