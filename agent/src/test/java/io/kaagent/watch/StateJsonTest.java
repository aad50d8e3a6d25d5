package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Connection;
import io.kaagent.pool.FakeResource;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateJsonTest {
    private static final String HEAD = "{\"agent\":\"1.2.3\",\"time\":\"1970-01-01T00:00:00.000Z\",\"jdk\":\"17\",";
    private static final String NO_TIMES = "{\"count\":0,\"sum\":0,\"max\":0,\"p50\":0,\"p99\":0}";

    private long now;
    private final Pool pool = new Pool(new FiveToA(), new TestClock());

    @Test
    void saysThatNothingIsPooled() {
        assertThat(new StateJson("1.2.3", "log=\"off\"", "17", null).text(0, 0))
                .isEqualTo(HEAD + "\"mode\":\"pool\",\"pooling\":false,\"defects\":0,\"options\":\"log=\\\"off\\\"\"}");
    }

    @Test
    void aPoolThatWasNeverAskedHasNoOrigin() {
        assertThat(text())
                .startsWith(
                        HEAD
                                + "\"mode\":\"pool\",\"pooling\":true,\"defects\":2,\"options\":\"\",\"maxTotalSockets\":null,\"total\":{")
                .contains("\"requests\":0,\"created\":0,\"reusedPercent\":null,")
                .endsWith("\"requestsPerConnection\":" + NO_TIMES + "},\"origins\":[]}");
    }

    @Test
    void tellsAllThatIsCountedOfEachOriginInTheOrderOfTheirNames() throws Exception {
        pool.opened(pool.take(name("b"), false, 0), new FakeResource());
        Connection a = pool.take(name("a"), false, 0);
        now = 3_000_000;
        pool.opened(a, new FakeResource());
        a.asked();
        pool.give(a, true, Hint.NONE);
        pool.take(name("a"), false, 0).asked();
        a.asked();
        now = 1_003_000_000;
        pool.gone(a, Reason.CLOSED_BY_OWNER);
        assertThat(text())
                .contains("\"origins\":[{\"origin\":\"http://a:80\",\"maxSockets\":5,\"names\":0,"
                        + "\"busy\":0,\"free\":0,\"waiting\":0,"
                        + "\"requests\":3,\"created\":1,\"reusedPercent\":66.6,\"reused\":1,\"handedOff\":0,\"served\":1,"
                        + "\"reopened\":0,\"resent\":0,\"leaked\":0,\"connectFailures\":0,\"takeTimeouts\":0,\"queueFull\":0,"
                        + "\"destroyed\":1,\"destroyedBecause\":{\"notQuiet\":0,\"idleLimit\":0,\"ageLimit\":0,"
                        + "\"notReusable\":0,\"keepAliveOff\":0,\"maxFreeSockets\":0,\"maxSockets\":0,"
                        + "\"maxTotalSockets\":0,\"serverHint\":0,\"makeRoom\":0,\"closedByOwner\":1,\"abandoned\":0,"
                        + "\"connectFailed\":0,\"evicted\":0,\"shutdown\":0},"
                        + "\"waitNanos\":" + NO_TIMES + ","
                        + "\"connectNanos\":{\"count\":1,\"sum\":3000000,\"max\":3000000,\"p50\":3000000,\"p99\":3000000},"
                        + "\"handshakeNanos\":" + NO_TIMES + ",")
                .contains("},{\"origin\":\"http://b:80\",\"maxSockets\":null,\"names\":1,\"busy\":1,\"free\":0,")
                .contains(
                        "\"total\":{\"busy\":1,\"free\":0,\"waiting\":0,\"requests\":3,\"created\":2,\"reusedPercent\":33.3,");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 100.0", "1, 1, 0.0", "1, 2, 0.0", "3, 1, 66.6", "100000, 1, 99.9", "1000000000000, 1, 99.9"})
    void hundredPercentWouldMeanThatNoneWasOpened(long requests, long created, double percent) {
        assertThat(CountersJson.reusedPercent(requests, created)).isEqualTo(percent);
    }

    private String text() {
        return new StateJson("1.2.3", "", "17", pool::snapshot).text(2, 0);
    }

    private static Name name(String host) {
        return new Name(new Origin("http", host, 80), null);
    }

    private static final class FiveToA implements LimitsSource {
        @Override
        public Limits of(Origin origin) {
            return origin.host().equals("a")
                    ? Limits.builder().maxSockets(5).build()
                    : Limits.builder().build();
        }

        @Override
        public int maxTotalSockets() {
            return Limits.INFINITY;
        }
    }

    private final class TestClock implements Clock {
        @Override
        public long nanos() {
            return now;
        }
    }
}
