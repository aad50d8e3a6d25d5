package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code java.net.Socket}s over sockets of the operating system, wrapped as the seams would wrap them. */
class LoopbackTest implements LimitsSource {
    private final Pool pool = new Pool(this, System::nanoTime);
    private final RawPool home = new RawPool(pool, new FakeSettings(), System::nanoTime, () -> new LooseWrapper(null));
    private final ServerSocket listener = listen();

    @AfterEach
    void close() throws IOException {
        pool.shutdownNow();
        listener.close();
    }

    @Test
    void oneConnectionServesOneSocketAfterTheOther() throws IOException {
        Socket first = connect();
        try (Socket server = listener.accept()) {
            exchange(first, server);
            int port = first.getLocalPort();
            first.close();
            assertThat(first.isClosed()).isTrue();
            assertThatThrownBy(first::getInputStream).isInstanceOf(SocketException.class);
            assertThat(pool.snapshot().free()).isEqualTo(1);
            Socket second = connect();
            second.setSoTimeout(10_000);
            assertThat(second.getLocalPort()).isEqualTo(port);
            assertThat(second.getPort()).isEqualTo(listener.getLocalPort());
            exchange(second, server);
            second.close();
            assertThat(first.getLocalPort()).as("of a closed socket").isIn(port, -1);
        }
        assertThat(pool.snapshot().counters().created()).isEqualTo(1);
    }

    @Test
    void aConnectionThatTheServerHasClosedIsReplaced() throws IOException {
        Socket first = connect();
        try (Socket server = listener.accept()) {
            exchange(first, server);
            first.close();
        }
        Socket second = connect();
        try (Socket server = listener.accept()) {
            exchange(second, server);
        }
        second.close();
    }

    @Test
    void aSocketThatIsBoundToAPortIsItsOwners() throws IOException {
        Socket socket = new Socket();
        home.binding(socket);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        home.connecting(socket, listener.getLocalSocketAddress());
        socket.connect(listener.getLocalSocketAddress());
        try (Socket server = listener.accept()) {
            exchange(socket, server);
        }
        socket.close();
        assertThat(pool.snapshot().counters().created()).isZero();
    }

    @Test
    void aSubclassIsLeftAlone() throws IOException {
        try (Socket socket = new Socket() {}) {
            home.connecting(socket, listener.getLocalSocketAddress());
            socket.connect(listener.getLocalSocketAddress());
            try (Socket server = listener.accept()) {
                exchange(socket, server);
            }
        }
        assertThat(pool.snapshot().counters().created()).isZero();
    }

    @Test
    void whereNobodyListensTheApplicationIsTold() throws IOException {
        listener.close();
        assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
        assertThat(pool.snapshot().busy()).isZero();
    }

    @Override
    public Limits of(Origin origin) {
        return Limits.builder().build();
    }

    @Override
    public int maxTotalSockets() {
        return Limits.INFINITY;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        home.connecting(socket, listener.getLocalSocketAddress());
        socket.connect(listener.getLocalSocketAddress());
        return socket;
    }

    private static void exchange(Socket client, Socket server) throws IOException {
        client.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
        assertThat(server.getInputStream().readNBytes(GET.length())).asString().isEqualTo(GET);
        server.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
        assertThat(client.getInputStream().readNBytes(OK.length())).asString().isEqualTo(OK);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
