package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaagent.Await;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads on one socket. The server decides when either of them waits. */
@Timeout(60)
class RacesTest {
    private final RawSide side = new RawSide();

    @Test
    void closingFreesAThreadThatReads() throws IOException {
        App app = side.connect();
        app.write(GET);
        CompletableFuture<String> reader = readerOf(app);
        app.close();
        assertThatThrownBy(reader::join).hasRootCauseInstanceOf(SocketException.class);
        assertThat(side.busy() + side.free()).isZero();
    }

    @Test
    void closingFreesAThreadThatReadsBetweenTwoExchanges() throws IOException {
        App app = side.connect();
        app.exchange(GET, OK);
        CompletableFuture<String> reader = readerOf(app);
        Wire wire = app.wire();
        app.close();
        assertThatThrownBy(reader::join).hasRootCauseInstanceOf(SocketException.class);
        assertThat(wire.isClosed()).as("somebody was reading from it").isTrue();
        assertThat(side.busy() + side.free()).isZero();
    }

    @Test
    void closingFreesAThreadThatWrites() throws IOException {
        App app = side.connect();
        app.exchange(GET, OK);
        Wire wire = app.wire();
        wire.letWritesWait(true);
        CompletableFuture<Void> writer = run(() -> app.write(POST));
        Await.until("a thread that writes", wire::isInWrite);
        app.close();
        assertThatThrownBy(writer::join).hasRootCauseInstanceOf(SocketException.class);
        assertThat(wire.isClosed()).isTrue();
        assertThat(side.busy() + side.free()).isZero();
    }

    @Test
    void oneThreadReadsWhileAnotherWrites() throws IOException {
        App app = side.connect();
        app.exchange(GET, OK);
        CompletableFuture<String> reader = readerOf(app);
        app.write(GET.substring(0, 20));
        app.write(GET.substring(20));
        assertThat(app.wire().received()).isEqualTo(GET + GET);
        app.wire().send(OK);
        assertThat(reader.join()).isEqualTo(OK);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void aThreadThatReadsAlreadyGetsTheAnswerOfARequestThatSaysClose() throws IOException {
        side.learn(RawSide.GET_CLOSE, RawSide.OK_CLOSE);
        App app = side.connect();
        app.exchange(GET, OK);
        CompletableFuture<String> reader = readerOf(app);
        app.write(RawSide.GET_CLOSE);
        assertThat(app.wire().received()).isEqualTo(GET + RawSide.GET_CLOSE);
        app.wire().send(RawSide.OK_CLOSE);
        assertThat(reader.join()).isEqualTo(RawSide.OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void nothingHeldIsLostWhereAnAnswerTurnsItOpaque() throws IOException {
        App app = side.connect();
        app.exchange(GET, OK);
        CompletableFuture<String> reader = readerOf(app);
        app.write("GET /b HTTP/1.1\r\nHost: h\r\n");
        app.wire().send("unasked");
        assertThat(reader.join()).isEqualTo("unasked");
        app.write("\r\n");
        assertThat(app.wire().received()).isEqualTo(GET + "GET /b HTTP/1.1\r\nHost: h\r\n\r\n");
    }

    @Test
    void aReaderWaitsForTheWriterWhereTheConnectionIsOnTrial() throws IOException {
        App app = side.reused();
        Wire used = app.wire();
        used.letReadsWait();
        used.letWritesWait(true);
        side.net.onConnect(Wire::letReadsWait);
        CompletableFuture<Void> writer = run(() -> app.write(GET));
        Await.until("a thread that writes", used::isInWrite);
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> read(app));
        Await.until("a thread that reads", used::isInRead);
        used.letWritesWait(false);
        writer.join();
        used.end();
        Await.until("the request again", () -> side.net.wires().size() == 2);
        Await.until("a thread that reads", side.net.last()::isInRead);
        assertThat(side.net.last().received()).isEqualTo(GET);
        side.net.last().send(OK);
        assertThat(reader.join()).isEqualTo(OK);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void closingWhileTheFreshConnectionIsMadeLosesNothingToThePool() throws IOException {
        App app = side.reused();
        app.write(GET);
        side.net.onConnect(wire -> close(app));
        app.wire().end();
        assertThatThrownBy(app::read).isInstanceOf(SocketException.class);
        assertThat(side.net.open() + side.busy() + side.free()).isZero();
    }

    @Test
    void closingWhileItConnectsClosesWhatWasConnected() {
        App app = side.socket();
        side.net.onConnect(wire -> close(app));
        assertThatThrownBy(app::connect).isInstanceOf(SocketException.class);
        assertThat(side.net.open() + side.busy() + side.free()).isZero();
    }

    @Test
    void whatTwoThreadsCloseIsGivenBackOnce() throws IOException {
        for (int i = 0; i < 200; i++) {
            App app = side.connect();
            app.exchange(GET, OK);
            CompletableFuture<Void> one = run(app::close);
            CompletableFuture<Void> other = run(app::close);
            one.join();
            other.join();
            assertThat(side.busy()).isZero();
            assertThat(side.free()).isEqualTo((int) side.net.open()).isEqualTo(1);
        }
    }

    @Test
    void noSlotIsLostWhereOneClosesWhileTheOtherSpeaksHttpForTheFirstTime() throws IOException {
        for (int i = 0; i < 200; i++) {
            RawSide fresh = new RawSide();
            App app = fresh.connect();
            CompletableFuture<Void> writer = run(() -> app.write(GET));
            CompletableFuture<Void> closer = run(app::close);
            closer.join();
            writer.exceptionally(e -> null).join();
            assertThat(fresh.busy() + fresh.free()).isZero();
            assertThat(fresh.net.open()).isZero();
        }
    }

    @Test
    void noSlotIsLostWhereOneClosesWhileTheOtherReadsTheEnd() throws IOException {
        for (int i = 0; i < 200; i++) {
            App app = side.connect();
            app.write(GET);
            app.wire().send(OK + (i % 2 == 0 ? "" : "x"));
            CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> read(app));
            CompletableFuture<Void> closer = run(app::close);
            closer.join();
            reader.exceptionally(e -> null).join();
            assertThat(side.busy()).isZero();
            assertThat(side.free()).isEqualTo((int) side.net.open());
        }
    }

    private CompletableFuture<String> readerOf(App app) {
        Wire wire = app.wire();
        wire.letReadsWait();
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> read(app));
        Await.until("a thread that reads", wire::isInRead);
        return reader;
    }

    private static String read(App app) {
        try {
            return app.read();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void close(App app) {
        try {
            app.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CompletableFuture<Void> run(Step step) {
        return CompletableFuture.runAsync(() -> {
            try {
                step.run();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    private interface Step {
        void run() throws IOException;
    }
}
