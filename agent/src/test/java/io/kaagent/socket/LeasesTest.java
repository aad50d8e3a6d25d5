package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.MILLI;
import static io.kaagent.socket.RawSide.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Sockets that the application drops without closing them. */
class LeasesTest {
    private final RawSide side = new RawSide();

    @Test
    void betweenTwoExchangesTheConnectionIsGivenBack() throws IOException {
        side.settings.set("ka.leakDetection", "true");
        App app = side.connect();
        app.exchange(GET, OK);
        drop(app);
        assertThat(side.free()).isEqualTo(1);
        assertThat(side.settings.leaks).containsExactly("given back, opened here");
        assertThat(side.leases.isEmpty()).isTrue();
    }

    @Test
    void anywhereElseTheConnectionIsClosed() throws IOException {
        App app = side.connect();
        app.write(GET);
        drop(app);
        assertThat(side.net.open() + side.busy() + side.free()).isZero();
        assertThat(side.settings.leaks).containsExactly("closed");
    }

    @Test
    void aConnectionThatTheServerMayHaveClosedByNowIsClosed() throws IOException {
        App app = side.connect();
        app.exchange(GET, OK);
        side.now += 4000 * MILLI;
        drop(app);
        assertThat(side.net.open() + side.free()).isZero();
    }

    @Test
    void whatWasClosedIsNoLeak() throws IOException {
        App app = side.connect();
        app.exchange(GET, OK);
        assertThat(side.leases.isEmpty()).isFalse();
        app.close();
        assertThat(side.leases.isEmpty()).isTrue();
        drop(app);
        assertThat(side.settings.leaks).isEmpty();
        assertThat(side.free()).isEqualTo(1);
    }

    @Test
    void whatIsNotHttpIsLeftToThePlatform() throws IOException {
        App app = side.connect();
        app.write("\u0001anything");
        assertThat(side.leases.isEmpty()).isTrue();
        side.exchangeAndClose();
        App used = side.connect();
        assertThat(side.leases.isEmpty()).isFalse();
        used.write("\u0001anything");
        assertThat(side.leases.isEmpty()).isTrue();
    }

    @Test
    void aThreadThatStillReadsIsWaitedFor() throws IOException {
        App app = side.connect();
        app.write(GET);
        app.wire().letReadsWait();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            try {
                assertThat(app.read()).isEqualTo(OK);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        Await.until("a thread that reads", app.wire()::isInRead);
        drop(app);
        assertThat(side.busy()).isEqualTo(1);
        app.wire().send(OK);
        reader.join();
        side.leases.collect();
        assertThat(side.busy()).isZero();
        assertThat(side.free()).isEqualTo(1);
    }

    /** As the garbage collector would, at a time of its choice. */
    private void drop(App app) {
        app.lease.enqueue();
        side.leases.collect();
    }
}
