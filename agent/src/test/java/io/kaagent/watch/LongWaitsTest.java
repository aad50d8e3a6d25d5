package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaagent.Await;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Limits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongWaitsTest {
    private final CapturedErr err = new CapturedErr();
    private final WatchedPool test = new WatchedPool();
    private final LongWaits waits = new LongWaits(test.pool.demand());
    private final String host = test.origin.host();

    LongWaitsTest() {
        test.watchedBy(waits);
    }

    @AfterEach
    void restore() {
        err.close();
    }

    @Test
    void saysWhoWaitsForWhichLimitAndWhatRaisesIt() {
        test.limits.maxSockets(1);
        Connection c = test.take();
        CompletableFuture<Connection> one = waiter();
        CompletableFuture<Connection> other = waiter();
        awaitWaiting(2);
        test.passMillis(999);
        waits.look();
        assertThat(err.lines()).isEmpty();
        test.passMillis(201);
        waits.look();
        assertThat(lines())
                .containsExactly("maxSockets=1 reached for " + test.origin
                        + ", 2 waiting, the longest for 1.2 s (ka.origin." + host + ":80.maxSockets raises it)");
        end(c, List.of(one, other));
    }

    @Test
    void saysItOnceAMinute() {
        test.limits.maxSockets(1);
        Connection c = test.take();
        CompletableFuture<Connection> waiter = waiter();
        awaitWaiting(1);
        test.passMillis(2000);
        waits.look();
        waits.look();
        end(c, List.of(waiter));
        assertThat(err.lines()).hasSize(1);
    }

    @Test
    void tellsOfACallerWhoGotItsConnectionBeforeAnyoneLooked() {
        test.limits.maxSockets(1);
        Connection c = test.take();
        CompletableFuture<Connection> waiter = waiter();
        awaitWaiting(1);
        test.passMillis(1500);
        end(c, List.of(waiter));
        assertThat(lines())
                .containsExactly("maxSockets=1 reached for " + test.origin + ", a caller has waited 1.5 s, 0 waiting"
                        + " (ka.origin." + host + ":80.maxSockets raises it)");
    }

    @Test
    void namesTheLimitOverAllOriginsWhereThatHolds() {
        test.maxTotal = 1;
        test.pool.limitsChanged();
        Connection c = test.take();
        CompletableFuture<Connection> waiter = waiter();
        awaitWaiting(1);
        test.passMillis(1500);
        waits.look();
        end(c, List.of(waiter));
        assertThat(lines())
                .containsExactly("maxTotalSockets=1 reached for " + test.origin
                        + ", 1 waiting, the longest for 1.5 s (ka.maxTotalSockets raises it)");
    }

    @Test
    void namesBothWhereBothHold() {
        test.limits.maxSockets(1);
        test.maxTotal = 1;
        test.pool.limitsChanged();
        Connection c = test.take();
        CompletableFuture<Connection> waiter = waiter();
        awaitWaiting(1);
        test.passMillis(1500);
        waits.look();
        end(c, List.of(waiter));
        assertThat(lines())
                .containsExactly("maxSockets=1 and maxTotalSockets=1 reached for " + test.origin
                        + ", 1 waiting, the longest for 1.5 s (ka.origin." + host
                        + ":80.maxSockets and ka.maxTotalSockets raise them)");
    }

    @Test
    void suspectsAConnectionThatHasBeenBusyForVeryLong() {
        test.limits.maxSockets(1);
        Connection c = test.take();
        test.passMillis(70_000);
        CompletableFuture<Connection> waiter = waiter();
        awaitWaiting(1);
        test.passMillis(1000);
        waits.look();
        end(c, List.of(waiter));
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("; one of the connections has been busy for 71 s: ")
                .contains("ka.leakDetection=true");
    }

    @Test
    void saysWhatACallerIsToldWhoHasWaitedInVain() {
        test.limits.maxSockets(1);
        test.take();
        CompletableFuture<Connection> waiter = CompletableFuture.supplyAsync(() -> test.take(10));
        awaitWaiting(1);
        test.passMillis(10);
        assertThatThrownBy(waiter::join).hasMessageContaining("within 10 ms");
        assertThat(lines())
                .containsExactly("no connection to " + test.origin + " within 10 ms: 1 busy, 0 free, 1 waiting;"
                        + " maxSockets=1, 1 open in all, maxTotalSockets=Infinity (ka.origin." + host
                        + ":80.maxSockets raises it)");
    }

    @Test
    void saysWhatACallerIsToldWhoIsTurnedAway() {
        test.limits.maxSockets(1).maxPending(0);
        test.take();
        assertThatThrownBy(test::take).hasMessageContaining("maxPending=0");
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("no connection to " + test.origin + ", and maxPending=0 callers wait already: ")
                .endsWith(" (ka.origin." + host + ":80.maxPending lets more of them wait, ka.origin." + host
                        + ":80.maxSockets raises it)");
    }

    @Test
    void saysNothingWhereNobodyWaits() {
        test.take();
        test.passMillis(100_000);
        waits.look();
        assertThat(err.lines()).isEmpty();
    }

    @Test
    void saysNothingOfALimitThatIsNoMore() {
        test.limits.maxSockets(1);
        Connection c = test.take();
        CompletableFuture<Connection> waiter = waiter();
        awaitWaiting(1);
        test.passMillis(1500);
        test.limits.maxSockets(Limits.INFINITY);
        test.pool.limitsChanged();
        waiter.join();
        test.give(c);
        assertThat(err.lines()).isEmpty();
    }

    private CompletableFuture<Connection> waiter() {
        return CompletableFuture.supplyAsync(test::take);
    }

    private void awaitWaiting(int count) {
        Await.until(count + " waiting", () -> test.pool.snapshot().waiting() == count);
    }

    private void end(Connection held, List<CompletableFuture<Connection>> waiters) {
        for (int i = 0; i < waiters.size(); i++) {
            test.give(held);
        }
        for (CompletableFuture<Connection> waiter : waiters) {
            waiter.join();
        }
    }

    private List<String> lines() {
        return err.lines().stream()
                .map(line -> line.replaceFirst("ka-agent WARN " + CapturedErr.TIME + " ", ""))
                .toList();
    }
}
