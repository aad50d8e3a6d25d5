package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The network is gone for a while: no packet gets through, and nobody is told. */
@OnEveryJdkAtOnce
class SilentLinkIT {
    /** All that ends a connection within a minute is that nobody answers the kernel's probes: two, after a second, each a second later. */
    private static final String PROBED =
            "timeout=60000,keepAliveMsecs=1000,tcpKeepAliveInterval=1000,tcpKeepAliveCount=2";

    private static final String KEPT = "body=10&hint=timeout=60";

    @Parameter
    Jdk jdk;

    @BeforeEach
    void onLinux() {
        TwoHosts.assume();
    }

    @Test
    void freeConnectionsAreEndedAndTheNextRequestsGetFreshOnes() {
        try (TwoHosts hosts = new TwoHosts();
                ClientJvm plain = hosts.onClient(AgentJvm.on(jdk)).client();
                ClientJvm client =
                        hosts.onClient(AgentJvm.on(jdk)).agent(PROBED).client()) {
            Map<Caller, Site> sites = new EnumMap<>(Caller.class);
            for (Caller caller : Caller.values()) {
                sites.put(caller, caller.site(hosts));
                assertRight(client.exchange(caller.ask(sites.get(caller), KEPT)), 1);
            }
            Site plainSite = hosts.http();
            assertRight(plain.exchange(Ask.of(plainSite, KEPT)), 1);

            long since = System.nanoTime();
            hosts.silence();
            sites.values().forEach(site -> awaitEnd(client, site));
            Await.until(() -> client.tell("pool").number("free") == 0, () -> client.tell("pool"));
            Figures.tell("SilentLinkIT", jdk, "free connections ended after %.1f s", since);
            assertThat(KernelTimers.connections(plain, plainSite)).isEqualTo(1);
            Outcome hangs = plain.exchange(Ask.of(plainSite, KEPT).with("readTimeout", 500));
            assertThat(hangs.message()).isEqualTo("Read timed out");

            hosts.calm();
            sites.forEach((caller, site) -> assertRight(client.exchange(caller.ask(site, KEPT)), 2));
            assertThat(hosts.lost()).isPositive();
        }
    }

    /**
     * Those without a time-out wait for ever on a plain JDK. The JDK sends again what it may once its connection has ended: then it is the connect
     * time-out that ends it here. A socket's own connection is not probed before it was given back once. Each origin has one slot.
     */
    @Test
    void requestsUnderWayTimeOutAsEverOrEndByTheProbesAndNoPostIsSentTwice() {
        try (TwoHosts hosts = new TwoHosts();
                ClientJvm plain = hosts.onClient(AgentJvm.on(jdk)).client();
                ClientJvm client = hosts.onClient(AgentJvm.on(jdk))
                        .agent("maxSockets=1,acquireTimeout=5000," + PROBED)
                        .client()) {
            Busy withAgent = new Busy(hosts, client);
            Busy without = new Busy(hosts, plain);
            Map<Caller, Site> sites = beginTimingOut(hosts, client);
            beginTimingOut(hosts, plain);
            long since = System.nanoTime();
            hosts.silence();
            assertTimeOutAlike(client, plain);
            assertThat(client.outcome("stream").failure()).isEqualTo("java.net.SocketException");
            assertThat(client.outcome("used socket").failure()).isEqualTo("java.net.SocketException");
            assertThat(client.outcome("get").message()).isEqualToIgnoringCase("connect timed out");
            Figures.tell("SilentLinkIT", jdk, "busy connections ended after %.1f s", since);
            withAgent.assertWait("post", "https post", "socket");
            without.assertWait("post", "https post", "socket", "used socket", "stream", "get");

            hosts.calm();
            withAgent.assertAnswered("post", "https post", "socket");
            without.assertAnswered("post", "https post", "socket", "used socket", "stream", "get");
            sites.forEach((caller, site) -> assertRight(client.exchange(caller.ask(site, KEPT)), 2));
            sites.forEach((caller, site) ->
                    assertThat(site.tally().repeated()).as("%s", caller).isEmpty());
        }
    }

    private static void assertTimeOutAlike(ClientJvm client, ClientJvm plain) {
        for (Caller caller : Caller.values()) {
            assertThat(client.outcome(caller.name()))
                    .as("%s", caller)
                    .isEqualTo(plain.outcome(caller.name()))
                    .extracting(Outcome::failure)
                    .isEqualTo("java.net.SocketTimeoutException");
        }
    }

    private static Map<Caller, Site> beginTimingOut(TwoHosts hosts, ClientJvm client) {
        Map<Caller, Site> sites = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            sites.put(caller, caller.site(hosts));
            Ask ask = caller.ask(sites.get(caller), "hold").with("readTimeout", 2000);
            begin(client, caller.name(), ask, sites.get(caller));
        }
        return sites;
    }

    private static void begin(ClientJvm client, String thread, Ask ask, Site site) {
        int before = site.tally().arrivals().size();
        client.begin(thread, ask);
        site.awaitArrivals(before + 1);
        KernelTimers.awaitAcknowledged(client, site); // else it is sent again, and not probed
    }

    private static void awaitEnd(ClientJvm client, Site site) {
        Await.until(() -> KernelTimers.connections(client, site) == 0, () -> "still there");
    }

    private static void assertRight(Outcome outcome, int connection) {
        assertThat(outcome.right()).as("%s", outcome).isTrue();
        assertThat(outcome.connection()).isEqualTo(connection);
    }

    /** Requests that are at the server, which takes its time. */
    private static final class Busy {
        private final ClientJvm client;
        private final Map<String, Site> sites;

        Busy(TwoHosts hosts, ClientJvm client) {
            this.client = client;
            this.sites = Map.of(
                    "post", hosts.http(),
                    "https post", hosts.https(),
                    "socket", hosts.http(),
                    "used socket", hosts.http(),
                    "get", hosts.http(),
                    "stream", hosts.http());
            List.of("post", "https post", "socket", "used socket", "get", "stream")
                    .forEach(this::begin);
        }

        void assertWait(String... names) {
            for (String name : names) {
                String stack =
                        client.tell(new Message("where").with("actor", name)).get("stack");
                assertThat(stack).as(name).contains("Exchange.run").doesNotContain("connect");
            }
        }

        void assertAnswered(String... names) {
            for (String name : names) {
                sites.get(name).release(1);
                Outcome outcome = client.outcome(name);
                assertThat(outcome.right()).as("%s: %s", name, outcome).isTrue();
                assertThat(sites.get(name).tally().repeated()).as(name).isEmpty();
            }
        }

        private Ask afterAnother(Site site, Ask ask) {
            assertRight(client.exchange(Caller.SOCKET.ask(site, KEPT)), 1);
            return ask;
        }

        private void begin(String name) {
            Site site = sites.get(name);
            Ask ask = Ask.of(site, "hold").with("connectTimeout", 1500);
            switch (name) {
                case "socket" -> ask.with("raw", true);
                case "used socket" -> afterAnother(site, ask.with("raw", true)).body(50);
                case "stream" -> ask.body(50).method("PUT").with("streaming", "fixed");
                case "post", "https post" -> ask.body(50);
                default -> ask.method("GET");
            }
            SilentLinkIT.begin(client, name, ask, site);
        }
    }
}
