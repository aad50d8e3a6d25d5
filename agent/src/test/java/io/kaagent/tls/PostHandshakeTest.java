package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostHandshakeTest {
    private final PostHandshake said = new PostHandshake();

    @Test
    void aKeyUpdateIsTakenIn() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            pair.serverDoes(pair.server::startHandshake); // an update of the keys, once it is negotiated
            said.isFree();
            assertThat(said.digestIfFree(pair.client)).isTrue();
            assertThat(JdkSocket.receiver(pair.client).available()).isZero();
            assertThat(said.take()).isTrue();
            pair.say("with new keys");
        }
    }

    @Test
    void onlyWhoOwnsTheConnectionTakesAnythingIn() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            pair.serverDoes(pair.server::startHandshake);
            said.isFree();
            assertThat(said.take()).isTrue();
            int arrived = JdkSocket.receiver(pair.client).available();
            assertThat(said.digestIfFree(pair.client)).isTrue();
            assertThat(JdkSocket.receiver(pair.client).available()).isEqualTo(arrived);
            assertThat(said.digest(pair.client)).isTrue();
            pair.say("with new keys");
        }
    }

    @Test
    void dataEndTheConnectionForEver() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            pair.serverDoes(() -> pair.server.getOutputStream().write('?'));
            said.isFree();
            assertThat(said.digestIfFree(pair.client)).isFalse();
            assertThat(said.take())
                    .as("though nothing is to be seen of them any more")
                    .isFalse();
            assertThat(said.digest(pair.client)).isFalse();
        }
    }

    @Test
    void dataBehindAKeyUpdateDoSoToo() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            pair.serverDoes(pair.server::startHandshake);
            pair.server.getOutputStream().write('?');
            int before = 0;
            while (JdkSocket.receiver(pair.client).available() == before) {
                Thread.onSpinWait();
            }
            said.isFree();
            boolean first = said.digestIfFree(pair.client);
            while (first && JdkSocket.receiver(pair.client).available() == 0) {
                Thread.onSpinWait();
            }
            assertThat(first && said.digestIfFree(pair.client)).isFalse();
        }
    }

    @Test
    void aGoodbyeEndsIt() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.3")) {
            pair.serverDoes(pair.server::shutdownOutput);
            said.isFree();
            assertThat(said.digestIfFree(pair.client)).isFalse();
        }
    }

    /** There the kind of a record can be seen, and none of them is harmless. */
    @Test
    void whateverComesEndsAConnectionOfTls12() throws Exception {
        try (TlsPair pair = TlsPair.speaking("TLSv1.2")) {
            pair.serverDoes(() -> pair.server.getOutputStream().write('?'));
            said.isFree();
            assertThat(said.digestIfFree(pair.client)).isFalse();
            assertThat(said.take()).isFalse();
        }
    }
}
