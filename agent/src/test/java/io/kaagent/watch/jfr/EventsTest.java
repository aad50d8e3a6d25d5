package io.kaagent.watch.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Connection;
import io.kaagent.pool.FakeResource;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Reason;
import io.kaagent.watch.jfr.event.Events;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** What a recording has of a connection. */
@Timeout(60)
class EventsTest {
    private RecordedPool recorded;

    @BeforeEach
    void record(TestInfo test) {
        recorded = new RecordedPool(test.getTestMethod().orElseThrow().getName()).watchedBy(new Events());
    }

    @AfterEach
    void end() {
        recorded.close();
    }

    @Test
    void tellsItsWholeLife() throws Exception {
        Connection c = take();
        c.lookedUp(1);
        recorded.pool.opened(c, new FakeResource());
        recorded.pool.accounting().handshakes(c);
        recorded.pool.accounting().handshaken(c);
        c.asked();
        recorded.pool.give(c, true, Hint.NONE);
        take().asked();
        recorded.pool.gone(c, Reason.CLOSED_BY_OWNER);
        List<RecordedEvent> events = recorded.events();
        assertThat(events)
                .extracting(event -> event.getEventType().getName().substring("io.kaagent.".length()))
                .containsExactly("Take", "Connect", "Handshake", "GiveBack", "Take", "End");
        assertThat(events).extracting(event -> event.getLong("connection")).containsOnly(c.number());
        assertThat(events.get(0).getBoolean("reused")).isFalse();
        assertThat(events.get(0).getDuration("age")).isZero();
        assertThat(events.get(1).getDuration("lookUp")).isEqualTo(Duration.ofNanos(1));
        assertThat(events.get(1).getDuration("connect")).isPositive();
        assertThat(events.get(1).getDuration()).isPositive();
        assertThat(events.get(1).getBoolean("succeeded")).isTrue();
        assertThat(events.get(2).getBoolean("succeeded")).isTrue();
        assertThat(events.get(3).getString("fate")).isEqualTo("PARKED");
        assertThat(events.get(3).getLong("requests")).isEqualTo(1);
        assertThat(events.get(4).getBoolean("reused")).isTrue();
        assertThat(events.get(4).getDuration("age")).isPositive();
        assertThat(events.get(4).getLong("requests")).isEqualTo(1);
        assertThat(events.get(5).getString("reason")).isEqualTo("CLOSED_BY_OWNER");
        assertThat(events.get(5).getLong("requests")).isEqualTo(2);
        assertThat(events.get(5).getDuration("age")).isPositive();
    }

    @Test
    void tellsWhoOpenedItAndOfNothingElseWhoDidIt() throws Exception {
        Connection c = take();
        recorded.pool.opened(c, new FakeResource());
        recorded.pool.give(c, true, Hint.NONE);
        for (RecordedEvent event : recorded.events()) {
            boolean opens = event.getEventType().getName().endsWith("Connect");
            assertThat(event.getStackTrace() != null).as(event.toString()).isEqualTo(opens);
        }
    }

    @Test
    void lastsAsLongAsItsCallerHadToWait() throws Exception {
        Connection c = take();
        recorded.pool.opened(c, new FakeResource());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Connection> waiting = other.submit(this::take);
            while (recorded.pool.snapshot().waiting() == 0) {
                Thread.onSpinWait();
            }
            recorded.pool.give(c, true, Hint.NONE);
            assertThat(waiting.get()).isSameAs(c);
        } finally {
            other.shutdown();
        }
        RecordedEvent first = takes().get(0);
        RecordedEvent second = takes().get(1);
        assertThat(first.getDuration("waited")).isZero();
        assertThat(first.getDuration()).isZero();
        assertThat(second.getDuration("waited")).isPositive();
        assertThat(second.getDuration()).isPositive();
        assertThat(recorded.events())
                .filteredOn(event -> event.getEventType().getName().endsWith("GiveBack"))
                .extracting(event -> event.getString("fate"))
                .containsExactly("HANDED_OFF");
    }

    @Test
    void tellsThatItCouldNotBeOpened() throws Exception {
        recorded.pool.connectFailed(take());
        List<RecordedEvent> events = recorded.events();
        assertThat(events).hasSize(2);
        assertThat(events.get(1).getEventType().getName()).isEqualTo("io.kaagent.Connect");
        assertThat(events.get(1).getBoolean("succeeded")).isFalse();
        assertThat(events.get(1).getDuration()).isPositive();
    }

    @Test
    void tellsThatItsHandshakeFailed() throws Exception {
        Connection c = take();
        recorded.pool.opened(c, new FakeResource());
        recorded.pool.accounting().handshakes(c);
        recorded.pool.gone(c, Reason.CLOSED_BY_OWNER);
        RecordedEvent failed = recorded.events().get(2);
        assertThat(failed.getEventType().getName()).isEqualTo("io.kaagent.Handshake");
        assertThat(failed.getBoolean("succeeded")).isFalse();
    }

    @Test
    void tellsOfAnotherOneThatTookItsPlace() throws Exception {
        Connection c = take();
        recorded.pool.opened(c, new FakeResource());
        c.asked();
        recorded.pool.reopened(c, new FakeResource());
        RecordedEvent ended = recorded.events().get(2);
        RecordedEvent opened = recorded.events().get(3);
        assertThat(ended.getString("reason")).isEqualTo("CLOSED_BY_OWNER");
        assertThat(ended.getLong("requests")).isEqualTo(1);
        assertThat(opened.getBoolean("reopened")).isTrue();
    }

    private Connection take() throws Exception {
        return recorded.pool.take(recorded.name(), false, 0);
    }

    private List<RecordedEvent> takes() throws Exception {
        return recorded.events().stream()
                .filter(event -> event.getEventType().getName().endsWith("Take"))
                .toList();
    }
}
