package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.tcp.TcpOptions;
import java.io.IOException;
import java.net.SocketOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options from owner to owner: what one sets never reaches the next, what the next sets holds. */
class KernelOptionsTest {
    private static final Map<Integer, Object> ANY = Map.of(
            SocketOptions.SO_TIMEOUT, 1234,
            SocketOptions.SO_LINGER, 7,
            SocketOptions.IP_TOS, 8,
            SocketOptions.SO_OOBINLINE, true,
            SocketOptions.SO_REUSEADDR, true,
            SocketOptions.SO_KEEPALIVE, true,
            SocketOptions.TCP_NODELAY, true);

    private final RawSide side = new RawSide();

    @Test
    void nothingThatAnOwnerSetsReachesTheNext() throws IOException {
        App first = owner(ANY);
        Map<Integer, Object> kernel = ((FakeImpl) first.raw.impl()).options;
        assertThat(kernel).containsAllEntriesOf(ANY);
        first.exchange(GET, OK);
        first.close();
        for (int i = 0; i < 3; i++) {
            App next = owner(Map.of());
            assertThat(next.isOnItsOwn()).isFalse();
            assertThat(kernel).containsAllEntriesOf(new FakeImpl(side.net).options);
            ANY.forEach((option, value) -> set(next, option, value));
            next.exchange(GET, OK);
            next.close();
        }
    }

    @Test
    void whatTheNextSetsHoldsWhetherBeforeOrAfterConnecting() throws IOException {
        side.exchangeAndClose();
        App before = side.socket();
        ANY.forEach((option, value) -> set(before, option, value));
        before.connect();
        assertThat(before.isOnItsOwn()).isFalse();
        assertThat(((FakeImpl) before.raw.impl()).options).containsAllEntriesOf(ANY);
        ANY.forEach((option, value) -> assertThat(get(before, option)).isEqualTo(value));
        before.exchange(GET, OK);
        before.close();
        App after = owner(ANY);
        assertThat(after.isOnItsOwn()).isFalse();
        assertThat(((FakeImpl) after.raw.impl()).options).containsAllEntriesOf(ANY);
        ANY.forEach((option, value) -> assertThat(get(after, option)).isEqualTo(value));
    }

    @Test
    void whatThePoolNeedsForItselfTheOwnerDoesNotSee() throws IOException {
        side.settings.tcp = TcpOptions.noKeepAlive(true);
        App app = side.reused();
        assertThat(((FakeImpl) app.raw.impl()).options).containsEntry(SocketOptions.TCP_NODELAY, true);
        assertThat(get(app, SocketOptions.TCP_NODELAY)).isEqualTo(false);
        set(app, SocketOptions.TCP_NODELAY, true);
        assertThat(get(app, SocketOptions.TCP_NODELAY)).isEqualTo(true);
        set(app, SocketOptions.TCP_NODELAY, false);
        assertThat(((FakeImpl) app.raw.impl()).options).containsEntry(SocketOptions.TCP_NODELAY, false);
        app.exchange(GET, OK);
        app.close();
        assertThat(((FakeImpl) side.connect().raw.impl()).options).containsEntry(SocketOptions.TCP_NODELAY, true);
    }

    @Test
    void aFreeConnectionDoesNotLinger() throws IOException {
        App app = owner(Map.of(SocketOptions.SO_LINGER, 7));
        app.exchange(GET, OK);
        Map<Integer, Object> kernel = app.made.options;
        app.close();
        assertThat(kernel).containsEntry(SocketOptions.SO_LINGER, false);
        App next = owner(Map.of(SocketOptions.SO_LINGER, 7));
        assertThat(kernel).containsEntry(SocketOptions.SO_LINGER, 7);
        next.exchange(GET, OK);
        next.close();
        assertThat(kernel).containsEntry(SocketOptions.SO_LINGER, false);
    }

    @Test
    void otherBuffersGetAnotherConnection() throws IOException {
        side.exchangeAndClose();
        App app = side.socket();
        set(app, SocketOptions.SO_RCVBUF, 4096);
        app.connect();
        assertThat(app.isOnItsOwn()).isTrue();
    }

    private App owner(Map<Integer, Object> options) throws IOException {
        App app = side.connect();
        options.forEach((option, value) -> set(app, option, value));
        return app;
    }

    private static void set(App app, int option, Object value) {
        try {
            app.raw.setOption(option, value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Object get(App app, int option) {
        try {
            return app.raw.getOption(option);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
