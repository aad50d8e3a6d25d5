package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EarlyClosesTest {
    private final CapturedErr err = new CapturedErr();
    private final WatchedPool test = new WatchedPool();

    EarlyClosesTest() {
        test.watchedBy(new EarlyCloses(test::nanos));
        test.limits.idleMillis(0);
    }

    @AfterEach
    void restore() {
        err.close();
    }

    @Test
    void namesTheOptionOnceAServerHasClosedFreeConnectionsAgainAndAgain() {
        for (int i = 0; i < 4; i++) {
            closedByServerAfter(3000);
        }
        assertThat(err.lines()).isEmpty();
        closedByServerAfter(2000);
        for (int i = 0; i < 40; i++) {
            closedByServerAfter(2000);
        }
        assertThat(err.lines())
                .as("once, not each minute")
                .singleElement()
                .asString()
                .endsWith(test.origin + " closes connections that are free, the soonest after 2.0 s; a request that is"
                        + " sent at that moment meets a closed connection (ka.origin." + test.origin.host()
                        + ":80.timeout below that closes them first)");
    }

    @Test
    void advisesToLeaveAServerAloneThatClosesAtOnce() {
        for (int i = 0; i < 5; i++) {
            closedByServerAfter(1);
            test.passMillis(1000);
        }
        assertThat(err.lines())
                .singleElement()
                .asString()
                .endsWith(" (ka.origin." + test.origin.host() + ":80.pool=false leaves it alone)");
    }

    @Test
    void aServerThatIsRestartedIsNothingToWarnOf() {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(test.take());
        }
        for (Connection c : all) {
            test.give(c);
            ((WatchedPool.Quiet) c.resource()).quiet = false;
        }
        test.passMillis(3000);
        test.pool.sweep();
        assertThat(test.pool.snapshot().counters().destroyed(Reason.NOT_QUIET)).isEqualTo(50);
        assertThat(err.lines()).isEmpty();
    }

    @Test
    void oneAmongOthersThatEndInPeaceIsNothingToWarnOf() {
        for (int i = 0; i < 20; i++) {
            closedByServerAfter(2000);
            test.passMillis(2000);
            test.pool.gone(test.take(), Reason.CLOSED_BY_OWNER);
            test.passMillis(2000);
        }
        assertThat(err.lines()).isEmpty();
    }

    @Test
    void forgetsOriginsRatherThanKeepThemWithoutEnd() {
        EarlyCloses closes = new EarlyCloses(test::nanos);
        for (int i = 0; i < 2000; i++) {
            WatchedPool other = new WatchedPool();
            closes.ended(other.take(), Reason.CLOSED_BY_OWNER);
        }
        assertThat(closes.size()).isLessThanOrEqualTo(256);
    }

    private void closedByServerAfter(long millis) {
        Connection c = test.take();
        test.give(c);
        ((WatchedPool.Quiet) c.resource()).quiet = false;
        test.passMillis(millis);
        test.pool.sweep();
    }
}
