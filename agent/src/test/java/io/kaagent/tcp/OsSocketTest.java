package io.kaagent.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OsSocketTest {
    private SocketPair pair;

    @BeforeEach
    void connect() throws IOException {
        pair = new SocketPair();
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
    }

    @Test
    void seesSocketsOfTheJdk() throws IOException {
        assertThat(OsSocket.isSeen(pair.ours)).isTrue();
        assertThat(OsSocket.below(pair.ours)).isSameAs(pair.ours);
        assertThat(OsSocket.isSeen(tlsOver(pair.ours))).isTrue();
    }

    @Test
    void doesNotSeeWhatIsClosedOrNotConnected() throws IOException {
        pair.ours.close();
        assertThat(OsSocket.isSeen(pair.ours)).isFalse();
        assertThat(OsSocket.isSeen(new Socket())).isFalse();
    }

    /** It may wrap another, whose connection and whose end are not its own. */
    @Test
    void doesNotSeeSocketsOfAnotherMakeOrTlsOverThem() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket foreign = new Socket(listener.getInetAddress(), listener.getLocalPort()) {}) {
            assertThat(OsSocket.isSeen(foreign)).isFalse();
            assertThat(OsSocket.isSeen(tlsOver(foreign))).isFalse();
        }
    }

    private static Socket tlsOver(Socket socket) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return factory.createSocket(socket, "localhost", socket.getPort(), false);
    }
}
