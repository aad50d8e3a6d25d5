package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import io.kaagent.pool.Reason;
import io.kaagent.tcp.QuietLook;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;

/** Over real connections of the JDK's client, in this JVM and without the agent. */
class PooledClientTest {
    private final UrlSide side = new UrlSide();

    @Test
    void isFreeOnceItIsGivenBackAndBelongsToItsCallerOtherwise() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            assertThat(pooled.client()).isNull();
            assertThat(pooled.giveBack(loopback.client())).isTrue();
            assertThat(pooled.client()).isSameAs(loopback.client());
            assertThat(side.take()).isSameAs(pooled.connection());
            pooled.handedOver();
            assertThat(pooled.client()).isNull();
            assertThat(pooled.wasUsed()).isTrue();
        }
    }

    @Test
    void cannotBeGivenBackTwice() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            assertThat(pooled.giveBack(loopback.client())).isTrue();
            assertThat(pooled.giveBack(loopback.client())).isFalse();
            side.take();
            pooled.handedOver();
            assertThat(pooled.giveBack(loopback.client())).isFalse();
            assertThat(side.pool.snapshot().busy()).isEqualTo(1);
        }
    }

    @Test
    void bytesBehindTheAnswerEndItAndTheTrust() throws IOException {
        try (Loopback loopback = new Loopback("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nSTRAY")) {
            PooledClient pooled = side.busy(loopback.client());
            pooled.giveBack(loopback.client());
            assertThat(side.ends()).containsExactly(Reason.NOT_REUSABLE);
            assertThat(side.trust.allowsReuse(UrlSide.ORIGIN)).isFalse();
            assertThat(JdkClient.socket(loopback.client()).isClosed()).isTrue();
        }
    }

    @Test
    void bytesThatArriveWhileItIsFreeEndItAndTheTrust() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            pooled.giveBack(loopback.client());
            loopback.send("STRAY");
            awaitNews(loopback);
            assertThat(side.take().mustConnect()).isTrue();
            assertThat(side.ends()).containsExactly(Reason.NOT_QUIET);
            assertThat(side.settings.unasked).containsExactly(UrlSide.ORIGIN);
        }
    }

    @Test
    void anEndOfStreamEndsItButSaysNothingOfBytes() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            pooled.giveBack(loopback.client());
            loopback.closeServerSide();
            awaitNews(loopback);
            assertThat(side.take().mustConnect()).isTrue();
            assertThat(side.trust.allowsReuse(UrlSide.ORIGIN)).isTrue();
        }
    }

    @Test
    void aResetEndsItButSaysNothingOfBytes() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            pooled.giveBack(loopback.client());
            loopback.resetServerSide();
            awaitNews(loopback);
            assertThat(side.take().mustConnect()).isTrue();
            assertThat(side.trust.allowsReuse(UrlSide.ORIGIN)).isTrue();
        }
    }

    @Test
    void whatIsForOneUseEndsWithIt() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            pooled.useOnce();
            pooled.giveBack(loopback.client());
            assertThat(side.ends()).containsExactly(Reason.NOT_REUSABLE);
            assertThat(side.pool.snapshot().busy()).isZero();
        }
    }

    @Test
    void isUsedOnceIfItsContextWasInitialisedAnewBeforeTheHandshake() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        Handshake named = Handshake.with(context.getSocketFactory(), true);
        try (Loopback unchanged = Loopback.idle();
                Loopback changed = Loopback.idle()) {
            side.busy(unchanged.client(), named).giveBack(unchanged.client());
            assertThat(side.ends()).isEmpty();
            PooledClient late = side.busy(changed.client(), named);
            context.init(null, new TrustManager[0], null);
            late.giveBack(changed.client());
            assertThat(side.ends()).containsExactly(Reason.NOT_REUSABLE);
        }
    }

    @Test
    void isComparedOnceMoreAfterEachHandshakeAndNotOtherwise() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        Handshake named = Handshake.with(context.getSocketFactory(), true);
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client(), named);
            pooled.giveBack(loopback.client());
            context.init(null, new TrustManager[0], null);
            side.again(pooled).giveBack(loopback.client());
            assertThat(side.ends()).isEmpty();
            side.again(pooled).reopened();
            pooled.giveBack(loopback.client());
            assertThat(side.ends()).containsExactly(Reason.NOT_REUSABLE);
        }
    }

    @Test
    void knowsForHowLongItHasBeenIdle() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            pooled.giveBack(loopback.client());
            assertThat(pooled.wasIdleFor(0)).isTrue();
            assertThat(pooled.wasIdleFor(60_000)).isFalse();
        }
    }

    @Test
    void keepsItsSlotThroughACloseWhileItIsHeld() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            PooledClient pooled = side.busy(loopback.client());
            pooled.hold();
            pooled.socketClosed();
            assertThat(side.pool.snapshot().busy()).isEqualTo(1);
            pooled.reopened();
            pooled.release();
            assertThat(side.pool.snapshot().busy()).isEqualTo(1);
            pooled.hold();
            pooled.socketClosed();
            pooled.release();
            assertThat(side.pool.snapshot().busy()).isZero();
        }
    }

    private static void awaitNews(Loopback loopback) {
        Await.until("news on the socket", () -> !QuietLook.isQuiet(JdkClient.socket(loopback.client())));
    }
}
