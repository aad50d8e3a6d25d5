package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final WatchedPool test = new WatchedPool();

    @Test
    void saysWhatWasReusedAndWhatThatSaved() throws Exception {
        Connection plain = test.take();
        requests(plain, 1000);
        test.give(plain);
        Connection tls = test.pool.take(new Name(new Origin("https", "s", 443), null), false, 0);
        test.passMillis(3);
        test.pool.opened(tls, new WatchedPool.Quiet());
        test.pool.accounting().handshakes(tls);
        test.passMillis(7);
        test.pool.accounting().handshaken(tls);
        requests(tls, 501);
        test.pool.accounting().resent(tls);
        test.pool.accounting().leaked(plain);
        // 1499 connects of 3 ms, 500 handshakes of 7 ms
        assertThat(Summary.of(test.pool.snapshot(), 0))
                .isEqualTo(
                        "1 501 requests over 2 connections to 2 origins; 99.9 % reused; saved 1 499 connects and 500 TLS"
                                + " handshakes, about 7.9 s; 0 waited; 1 sent again, 1 leaked, 0 failures of the agent");
    }

    @Test
    void saysNothingOfTlsWhereThereIsNone() {
        requests(test.take(), 1);
        assertThat(Summary.of(test.pool.snapshot(), 1))
                .isEqualTo("1 request over 1 connection to 1 origin; 0 % reused; saved 0 connects, about 0.0 ms;"
                        + " 0 waited; 0 sent again, 0 leaked, 1 failure of the agent");
    }

    @Test
    void saysWhoWaitedInVainAndWhoWasTurnedAway() {
        test.limits.maxSockets(1).maxPending(0);
        test.take();
        assertThatThrownBy(test::take).hasMessageContaining("maxPending");
        assertThat(Summary.of(test.pool.snapshot(), 0)).contains("; 0 waited, 1 turned away; ");
    }

    @Test
    void aConnectionThatCarriedNothingIsNoReuse() {
        test.take();
        assertThat(Summary.of(test.pool.snapshot(), 0))
                .startsWith("0 requests over 1 connection to 1 origin; 0 % reused; saved 0 connects");
    }

    private static void requests(Connection c, int count) {
        for (int i = 0; i < count; i++) {
            c.asked();
        }
    }
}
