package io.kaagent.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaagent.Await;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 8, on sockets of the operating system. */
class QuietLookTest {
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
    void isKnownHere() {
        assertThat(QuietLook.isKnown()).isTrue();
    }

    @Test
    void aConnectionOnWhichNothingHasArrivedIsQuiet() throws IOException {
        assertThat(QuietLook.isQuiet(pair.ours)).isTrue();
        pair.ours.getOutputStream().write(1);
        assertThat(QuietLook.isQuiet(pair.ours)).isTrue();
        assertThat(QuietLook.hasBytes(pair.ours)).isFalse();
    }

    @Test
    void bytesAreNoticedAndNeverTaken() throws IOException {
        pair.peer.getOutputStream().write(new byte[] {1, 2, 3});
        awaitNews();
        Await.until("bytes", () -> QuietLook.hasBytes(pair.ours));
        for (int i = 0; i < 1_000; i++) {
            assertThat(QuietLook.isQuiet(pair.ours)).isFalse();
        }
        assertThat(pair.ours.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
        assertThat(QuietLook.isQuiet(pair.ours)).isTrue();
    }

    @Test
    void whoseSendBufferIsFullOfWhatThePeerDoesNotReadCannotBeWritten() throws IOException {
        assertThat(QuietLook.canBeWritten(pair.ours)).isTrue();
        byte[] some = new byte[1024];
        while (QuietLook.canBeWritten(pair.ours)) {
            pair.ours.getOutputStream().write(some);
        }
        pair.ours.close();
        assertThat(QuietLook.canBeWritten(pair.ours)).isFalse();
    }

    @Test
    void anEndOfStreamIsNoticedAndNotTaken() throws IOException {
        pair.peer.close();
        awaitNews();
        assertThat(QuietLook.isQuiet(pair.ours)).isFalse();
        assertThat(QuietLook.hasBytes(pair.ours)).isFalse();
        assertThat(pair.ours.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aHalfClosedPeerIsNoticed() throws IOException {
        pair.peer.shutdownOutput();
        awaitNews();
        assertThat(QuietLook.hasBytes(pair.ours)).isFalse();
    }

    @Test
    void aResetIsNoticedAndLeftToWhoeverReads() throws IOException {
        pair.peer.setSoLinger(true, 0);
        pair.peer.close();
        awaitNews();
        assertThat(QuietLook.isQuiet(pair.ours)).isFalse();
        assertThat(QuietLook.hasBytes(pair.ours)).isFalse();
        assertThatThrownBy(() -> pair.ours.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void whatIsClosedOrWasNeverConnectedIsNotQuiet() throws IOException {
        pair.ours.close();
        assertThat(QuietLook.isQuiet(pair.ours)).isFalse();
        assertThat(QuietLook.hasBytes(pair.ours)).isFalse();
        try (Socket unconnected = new Socket()) {
            assertThat(QuietLook.isQuiet(unconnected)).isFalse();
        }
    }

    /** The number of its descriptor is another's by then, and on JDK 13 and later the descriptor itself does not tell. */
    @Test
    void whatIsClosedIsNotTakenForWhatWasOpenedSince() throws IOException {
        pair.ours.close();
        try (SocketPair since = new SocketPair()) {
            assertThat(QuietLook.isQuiet(since.ours)).isTrue();
            assertThat(QuietLook.isQuiet(pair.ours)).isFalse();
        }
    }

    @Test
    void doesNotWaitForAThreadThatReads() throws Exception {
        Thread reader = new Thread(() -> {
            try {
                pair.ours.getInputStream().read();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        reader.start();
        Await.until("a thread in read()", () -> isInNativeCode(reader));
        assertThat(QuietLook.isQuiet(pair.ours)).isTrue();
        pair.peer.getOutputStream().write(1);
        reader.join();
    }

    @Test
    void ofATlsSocketItLooksAtThePlainSocketBelow() throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket tls = factory.createSocket(pair.ours, "localhost", pair.ours.getPort(), true)) {
            assertThat(OsSocket.below(tls)).isSameAs(pair.ours);
            assertThat(QuietLook.isQuiet(tls)).isTrue();
            pair.peer.getOutputStream().write(1);
            Await.until("news below", () -> !QuietLook.isQuiet(tls));
            pair.ours.close(); // the handshake that never was would be waited for
        }
    }

    private static boolean isInNativeCode(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0 && stack[0].isNativeMethod();
    }

    private void awaitNews() {
        Await.until("news", () -> !QuietLook.isQuiet(pair.ours));
    }
}
