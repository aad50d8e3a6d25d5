package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.net.Socket;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.HandshakeCompletedListener;
import org.junit.jupiter.api.Test;

@SuppressWarnings("removal") // nothing else tells the rights
class MakerTest {
    /** Null on JDK 24 and later, which keep none. */
    private static final Field RIGHTS = Members.field("sun.security.ssl.TransportContext", "acc");

    @Test
    void ofAConnectionIsForgotten() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            assertThat(rights(pair)).isEqualTo(RIGHTS == null ? null : AccessController.getContext());
            Maker.forget(pair.client);
            assertThat(rights(pair)).isNotEqualTo(AccessController.getContext());
            pair.say("still there");
        }
    }

    @Test
    void thereIsNoneOfAPlainSocket() throws Exception {
        try (Socket plain = new Socket()) {
            Maker.forget(plain);
            assertThat(plain.isClosed()).isFalse();
        }
    }

    /** Somebody has kept the socket: what can't be looked at stays as it is, and nobody is told. */
    @Test
    void ofListenersThatChangeJustNowIsLeft() throws Exception {
        Field listeners = Members.field("sun.security.ssl.SSLConfiguration", "handshakeListeners");
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            if (RIGHTS != null && listeners.getType().isAssignableFrom(Changing.class)) {
                listeners.set(JdkSocket.settingsOf(pair.client), new Changing());
                Maker.forget(pair.client);
                assertThat(Changing.looks).isPositive();
            }
            pair.say("still there");
        }
    }

    private static Object rights(TlsPair pair) {
        Field connection = Members.field("sun.security.ssl.SSLSocketImpl", "conContext");
        return RIGHTS == null ? null : Members.get(RIGHTS, Members.get(connection, pair.client));
    }

    @SuppressWarnings("serial")
    private static final class Changing extends HashMap<HandshakeCompletedListener, AccessControlContext> {
        private static int looks;

        @Override
        public Set<Map.Entry<HandshakeCompletedListener, AccessControlContext>> entrySet() {
            looks++;
            throw new ConcurrentModificationException();
        }
    }
}
