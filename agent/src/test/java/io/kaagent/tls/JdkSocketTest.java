package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class JdkSocketTest {
    private static final String[] PROTOCOLS = {"TLSv1.2", "TLSv1.3"};

    @Test
    void knowsTheSocketsOfThisJdk() {
        assertThat(JdkSocket.isKnown()).isTrue();
    }

    @Test
    void aConnectionGoesOnInAnotherSocketAndComesBack() throws Exception {
        for (String protocol : PROTOCOLS) {
            try (TlsPair pair = TlsPair.speaking(protocol)) {
                SSLSocket shell = JdkSocket.layeredLike(pair.client, new Nowhere());
                JdkSocket.exchange(pair.client, shell);
                pair.server.getOutputStream().write('a');
                assertThat(JdkSocket.input(shell).read()).isEqualTo('a');
                JdkSocket.output(shell).write('b');
                assertThat(pair.server.getInputStream().read()).isEqualTo('b');
                assertThat(shell.getSession().getProtocol()).isEqualTo(protocol);
                JdkSocket.exchange(shell, pair.client);
                pair.say("back again");
            }
        }
    }

    @Test
    void eachSocketKeepsWhatItsOwnerHasSet() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            SSLSocket shell = JdkSocket.layeredLike(pair.client, new Nowhere());
            pair.client.setEnabledProtocols(new String[] {"TLSv1.2"});
            shell.setEnabledProtocols(new String[] {"TLSv1.3"});
            JdkSocket.exchange(pair.client, shell);
            assertThat(pair.client.getEnabledProtocols()).containsExactly("TLSv1.2");
            assertThat(shell.getEnabledProtocols()).containsExactly("TLSv1.3");
        }
    }

    @Test
    void anEndIsTheEndOfTheSocketThatHasTheConnection() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            SSLSocket shell = JdkSocket.layeredLike(pair.client, new Nowhere());
            JdkSocket.exchange(pair.client, shell);
            pair.server.close();
            assertThat(JdkSocket.input(shell).read()).isEqualTo(-1);
            assertThat(JdkSocket.isSettled(shell)).isFalse();
            assertThat(JdkSocket.isPristine(pair.client)).isTrue();
            assertThat(pair.client.isClosed()).isFalse();
        }
    }

    @Test
    void isSettledOnlyBetweenHandshakeAndEnd() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            assertThat(JdkSocket.isSettled(pair.client)).isTrue();
            assertThat(JdkSocket.isPristine(pair.client)).isFalse();
            pair.client.getSession().invalidate();
            assertThat(JdkSocket.isSettled(pair.client)).isFalse();
        }
        try (SSLSocket fresh = (SSLSocket) TlsPair.CLIENT.getSocketFactory().createSocket()) {
            assertThat(JdkSocket.isSettled(fresh)).isFalse();
            assertThat(JdkSocket.isPristine(fresh)).isTrue();
        }
    }

    @Test
    void aSocketShowsTheOutcomeOfAnotherOne() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3");
                SSLSocket other = JdkSocket.layeredLike(pair.client, new Nowhere())) {
            Object[] before = JdkSocket.outcome(other);
            JdkSocket.show(other, JdkSocket.outcome(pair.client));
            assertThat(other.getSession()).isSameAs(pair.client.getSession());
            JdkSocket.show(other, before);
            assertThat(JdkSocket.isPristine(other)).isTrue();
        }
    }

    @Test
    void aSocketWithNothingBelowItIsClosedByTheJdkAsEver() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            SSLSocket shell = JdkSocket.layeredLike(pair.client, new Nowhere());
            Object[] outcome = JdkSocket.outcome(pair.client);
            JdkSocket.exchange(pair.client, shell);
            JdkSocket.connectTo(pair.client, InputStream.nullInputStream(), OutputStream.nullOutputStream());
            JdkSocket.show(pair.client, outcome);
            pair.client.close();
            assertThat(pair.client.isClosed()).isTrue();
            assertThat(pair.client.getSession()).isSameAs(outcome[0]);
            assertThatThrownBy(pair.client::startHandshake).isInstanceOfAny(SocketException.class, SSLException.class);
            assertThatThrownBy(pair.client::getInputStream).hasMessage("Socket is closed");
        }
    }

    /** Connected to nothing. */
    private static final class Nowhere extends Socket {
        Nowhere() throws SocketException {
            super((SocketImpl) null);
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public int getPort() {
            return 443;
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void close() {
            // nothing is there
        }
    }
}
