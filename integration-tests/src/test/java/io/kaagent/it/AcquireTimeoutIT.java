package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class AcquireTimeoutIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,acquireTimeout=700");
    }

    @Test
    void failsWithTheStateOfThePoolInItsMessage() {
        try (Site site = ServerJvm.site()) {
            client.begin("first", Ask.of(site, "hold"));
            site.awaitArrivals(1);
            Outcome late = client.exchange(Ask.of(site, "body=10"));
            assertThat(late.failure()).isEqualTo(SocketTimeoutException.class.getName());
            assertThat(late.message())
                    .contains(site.origin())
                    .containsPattern("maxSockets\\W*1\\b")
                    .containsPattern("busy\\W*1\\b|\\b1 busy")
                    .containsPattern("free\\W*0\\b|\\b0 free")
                    .contains("waiting");
            site.release(1);
            assertThat(client.outcome("first").right()).isTrue();
        }
    }

    @Test
    void theCallersConnectTimeoutBoundsTheWait() {
        try (Site site = ServerJvm.site()) {
            client.begin("first", Ask.of(site, "hold"));
            site.awaitArrivals(1);
            long start = System.nanoTime();
            Outcome late = client.exchange(Ask.of(site, "body=10").with("connectTimeout", 100));
            assertThat(late.failure()).isEqualTo(SocketTimeoutException.class.getName());
            assertThat((System.nanoTime() - start) / 1_000_000).isBetween(100L, 600L);
            site.release(1);
            assertThat(client.outcome("first").right()).isTrue();
        }
    }

    @Test
    void aNestedRequestIsToldThatItsOwnThreadHoldsTheConnection() {
        try (Site site = ServerJvm.site()) {
            client.open("nesting", "outer", Ask.of(site, "body=10"));
            assertThat(client.outcome("nesting").failure()).isEmpty();
            client.begin("nesting", Ask.of(site, "body=10"));
            Outcome inner = client.outcome("nesting");
            assertThat(inner.failure()).isEqualTo(SocketTimeoutException.class.getName());
            assertThat(inner.message()).containsPattern("(?i)thread.*holds|holds.*thread");
            client.end("nesting", "outer", Finish.CLOSE);
            assertThat(client.outcome("nesting").right()).isTrue();
        }
    }

    @Test
    void anInterruptedCallerLeavesTheQueueAndCostsNobodyASlot() {
        try (Site site = ServerJvm.site()) {
            client.begin("first", Ask.of(site, "hold"));
            site.awaitArrivals(1);
            client.begin("interrupted", Ask.of(site, "body=10").with("connectTimeout", 30_000));
            Await.until(() -> client.isWaitingForAConnection("interrupted"), () -> "does not wait");
            client.interrupt("interrupted");
            assertThat(client.outcome("interrupted").failure()).isNotEmpty();
            site.release(1);
            assertThat(client.outcome("first").right()).isTrue();
            assertThat(client.exchange(Ask.of(site, "body=10")).right()).isTrue();
        }
    }
}
