package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator looks at a running application with jconsole, and helps it. */
class JmxIT extends SharedClient {
    private static final int PLAIN = 7;
    private static final int SECURE = 2;

    private final Queue<Site> plain = new ArrayDeque<>();
    private final Queue<Site> secure = new ArrayDeque<>();
    private JmxClient jmx;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("timeout=60000,maxPending=20");
    }

    @BeforeParameterizedClassInvocation
    void connect() {
        jmx = JmxClient.of(client);
        jmx.await(JmxClient.pool());
        for (int i = 0; i < PLAIN; i++) {
            plain.add(requested(ServerJvm.site()));
        }
        for (int i = 0; i < SECURE; i++) {
            secure.add(requested(ServerJvm.https()));
        }
    }

    @AfterParameterizedClassInvocation
    void disconnect() {
        jmx.close();
        assertThat(plain).isEmpty();
        assertThat(secure).isEmpty();
    }

    @AfterEach
    void reset() {
        jmx.invoke(JmxClient.pool(), "resetOptions");
        jmx.invoke(JmxClient.pool(), "startPooling");
    }

    @Test
    void theNumbersAreThoseOfTheServer() {
        try (Site site = plain.remove()) {
            long before = jmx.count(JmxClient.pool(), "Requests")
                    - site.tally().arrivals().size();
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 4, 200);
            int open = site.tally().open();
            client.exchange(Ask.of(site, "body=10&close"));
            site.awaitOpen(open - 1);
            ObjectName origin = awaitOriginOf(site);
            Tally truth = site.tally();
            int requests = truth.arrivals().size();
            assertThat(requests).isGreaterThan(200);
            assertThat(jmx.count(origin, "Requests")).isEqualTo(requests);
            assertThat(jmx.count(JmxClient.pool(), "Requests") - before).isEqualTo(requests);
            assertThat(jmx.count(origin, "ConnectionsOpened")).isEqualTo(truth.accepted());
            assertThat(jmx.count(origin, "ConnectSecondsCount")).isEqualTo(truth.accepted());
            assertThat(jmx.count(origin, "ConnectionsReused") + jmx.count(origin, "ConnectionsOpened"))
                    .isEqualTo(requests);
            assertThat(jmx.count(origin, "IdleConnections")).isEqualTo(truth.open());
            assertThat(jmx.count(origin, "TotalConnections")).isEqualTo(truth.open());
            assertThat(jmx.count(origin, "ActiveConnections")).isZero();
            assertThat(jmx.count(origin, "ConnectionsClosed")).isEqualTo(truth.accepted() - truth.open());
            assertThat(jmx.get(origin, "MaxPending")).isEqualTo(20.0);
            assertThat(jmx.get(origin, "MaxSockets")).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(jmx.get(origin, "TimeoutSeconds")).isEqualTo(60.0);
        }
    }

    @Test
    void theHandshakesAreThoseOfTheServer() {
        try (Site site = secure.remove()) {
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 2, 20);
            ObjectName origin = awaitOriginOf(site);
            int accepted = site.tally().accepted();
            Await.until(() -> site.tally().handshakes() == accepted, site::tally);
            assertThat(jmx.count(origin, "HandshakeSecondsCount")).isEqualTo(accepted);
            assertThat((double) jmx.get(origin, "HandshakeSecondsMax")).isPositive();
        }
    }

    @Test
    void aLimitOfOneOriginHoldsAtOnceAndItsWaitersAreSeen() {
        try (Site site = plain.remove()) {
            ObjectName origin = awaitOriginOf(site);
            String key = "ka.origin.127.0.0.1:" + site.port() + ".maxSockets";
            assertThat(jmx.invoke(origin, "setOption", "maxSockets", "1"))
                    .isEqualTo(key + "=1, before it was Infinity");
            client.begin("first", Ask.of(site, "hold"));
            site.awaitArrivals(2);
            client.begin("second", Ask.of(site, "body=10"));
            Await.until(() -> jmx.count(origin, "ThreadsAwaitingConnection") == 1, () -> jmx.invoke(origin, "dump"));
            assertThat(jmx.count(origin, "ActiveConnections")).isEqualTo(1);
            assertThat(jmx.invoke(origin, "dump"))
                    .startsWith(site.origin())
                    .contains("now: 1 busy, 0 free, 1 waiting", "maxSockets=1,");
            assertThat(jmx.invoke(origin, "setOption", "ka.maxSockets", " 2 ")).isEqualTo(key + "=2, before it was 1");
            assertThat(client.outcome("second").right()).isTrue();
            assertThat(jmx.count(origin, "WaitSecondsCount")).isEqualTo(1);
            site.release(1);
            assertThat(client.outcome("first").right()).isTrue();
            assertThat(jmx.invoke(origin, "resetOptions")).isEqualTo("undone: 1");
            assertThat(jmx.get(origin, "MaxSockets")).isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void aLimitOfAllOriginsClosesWhatIsTooMuch() {
        try (Site site = ServerJvm.site(3)) {
            client.load(Ask.ofAllPorts(site, "body=10").finish(Finish.DISCONNECT), 3, 30);
            assertThat(site.tally().open()).isEqualTo(3);
            assertThat(jmx.invoke(JmxClient.pool(), "setOption", "maxTotalSockets", "1"))
                    .isEqualTo("ka.maxTotalSockets=1, before it was Infinity");
            // those that are just being closed count as well
            Await.until(
                    () -> jmx.count(JmxClient.pool(), "TotalConnections") == 1,
                    () -> jmx.invoke(JmxClient.pool(), "dump"));
            Await.until(() -> site.tally().open() <= 1, site::tally);
            assertThat(jmx.invoke(JmxClient.pool(), "resetOptions")).isEqualTo("undone: 1");
            assertThat(jmx.get(JmxClient.pool(), "MaxTotalSockets")).isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void nonsenseIsRefusedWithReasonsAndChangesNothing() {
        try (Site site = plain.remove()) {
            ObjectName origin = awaitOriginOf(site);
            ObjectName pool = JmxClient.pool();
            assertThat(jmx.refusal(pool, "setOption", "maxSockets", "0"))
                    .isEqualTo(
                            "ka.maxSockets=0: less than 1; allowed: an integer >= 1 or Infinity; nothing was changed");
            assertThat(jmx.refusal(origin, "setOption", "timeout", "4s"))
                    .isEqualTo(
                            "ka.timeout=4s: not a number; allowed: an integer >= 0, in milliseconds; nothing was changed");
            assertThat(jmx.refusal(pool, "setOption", "maxSocket", "5")).contains("did you mean ka.maxSockets?");
            assertThat(jmx.refusal(pool, "setOption", "tcpKeepAlive", "all")).contains("can't be changed while");
            assertThat(jmx.refusal(origin, "setOption", "maxTotalSockets", "5"))
                    .contains("can't be given for one origin");
            assertThat(jmx.refusal(pool, "setOption", null, null)).startsWith("unknown key");
            assertThat(jmx.get(pool, "MaxSockets")).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(jmx.get(origin, "TimeoutSeconds")).isEqualTo(60.0);
            assertThat(jmx.invoke(pool, "resetOptions")).isEqualTo("nothing had been changed");
            assertThat(jmx.invoke(pool, "dump")).contains("pooling, defects of the agent: 0", site.origin());
        }
    }

    @Test
    void poolingIsStoppedAndStartedAndNothingIsLostByIt() {
        try (Site site = plain.remove()) {
            client.open("reader", "response", Ask.of(site, "body=100000"));
            assertThat(client.outcome("reader").failure()).isEmpty();
            ObjectName origin = awaitOriginOf(site);
            int before = site.tally().accepted();
            assertThat(jmx.invoke(JmxClient.pool(), "stopPooling")).isEqualTo("new requests are not pooled");
            assertThat(jmx.get(origin, "Pooling")).isEqualTo(false);
            assertThat(client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, 10))
                    .isEqualTo(Loaded.allRight(10));
            assertThat(site.tally().accepted() - before).isGreaterThanOrEqualTo(10);
            assertThat(jmx.count(origin, "Requests")).isEqualTo(2);
            client.end("reader", "response", Finish.DISCONNECT);
            assertThat(client.outcome("reader").right()).isTrue();
            site.awaitOpen(0);
            assertThat(jmx.count(origin, "TotalConnections")).isZero();
            assertThat(jmx.closed(origin, "keep_alive_off")).isEqualTo(1);
            assertThat(jmx.invoke(JmxClient.pool(), "startPooling")).isEqualTo("new requests are pooled");
            int stopped = site.tally().accepted();
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, 10);
            assertThat(site.tally().accepted() - stopped).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "raw", "tls"})
    void anOriginIsLeftAloneAndPooledAgainWhateverTheClient(String kind) {
        try (Site site = kind.equals("tls") ? secure.remove() : plain.remove()) {
            Ask ask = Ask.of(site, "body=10").finish(Finish.DISCONNECT);
            if (kind.equals("raw")) {
                ask.with("raw", true);
            } else if (kind.equals("tls")) {
                ask.with("tls", "host and port");
            }
            assertThat(connectionsFor(ask, site, 4)).isLessThan(4);
            ObjectName origin = awaitOriginOf(site);
            assertThat(jmx.invoke(origin, "stopPooling")).isEqualTo("new requests are not pooled");
            site.awaitOpen(0);
            assertThat(connectionsFor(ask, site, 4)).isEqualTo(4);
            site.awaitOpen(0);
            assertThat(jmx.get(JmxClient.pool(), "Pooling")).isEqualTo(true);
            assertThat(jmx.invoke(origin, "startPooling")).isEqualTo("new requests are pooled");
            assertThat(connectionsFor(ask, site, 4)).isEqualTo(1);
        }
    }

    @Test
    void whatIsFreeIsClosedWhenTheOperatorSaysSo() {
        try (Site site = plain.remove()) {
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 3, 30);
            ObjectName origin = awaitOriginOf(site);
            int open = site.tally().open();
            assertThat(jmx.invoke(origin, "closeIdleConnections")).isEqualTo("closed: " + open);
            assertThat(jmx.closed(origin, "evicted")).isEqualTo(open);
            site.awaitOpen(0);
            assertThat(client.exchange(Ask.of(site, "body=10")).right()).isTrue();
        }
    }

    private int connectionsFor(Ask ask, Site site, int requests) {
        int before = site.tally().accepted();
        for (int i = 0; i < requests; i++) {
            assertThat(client.exchange(ask).right()).isTrue();
        }
        return site.tally().accepted() - before;
    }

    private ObjectName awaitOriginOf(Site site) {
        ObjectName origin = JmxClient.origin(site);
        jmx.await(origin);
        return origin;
    }

    /** Its bean comes within a second: better for all of them at once. */
    private Site requested(Site site) {
        assertThat(client.exchange(Ask.of(site, "body=10")).right()).isTrue();
        return site;
    }
}
