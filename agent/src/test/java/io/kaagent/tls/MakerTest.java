package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.net.Socket;
import java.security.AccessController;
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

    private static Object rights(TlsPair pair) {
        Field connection = Members.field("sun.security.ssl.SSLSocketImpl", "conContext");
        return RIGHTS == null ? null : Members.get(RIGHTS, Members.get(connection, pair.client));
    }
}
