package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A NAT or a load balancer on the way forgets the connections that there are, and drops their packets; new ones it serves. The commonest of all
 * reasons for a request that hangs on a used connection.
 */
@OnEveryJdkAtOnce
class ForgottenConnectionsIT {
    private static final String KEPT = "body=10&hint=timeout=60";
    private static final int READ_MILLIS = 500;

    @Parameter
    Jdk jdk;

    @BeforeEach
    void onLinux() {
        TwoHosts.assume();
    }

    /** The one application notices within three seconds, the other not within a minute. */
    @Test
    void whatTheProbesHaveFoundNoRequestMeets() {
        try (TwoHosts hosts = new TwoHosts();
                ClientJvm plain = hosts.onClient(AgentJvm.on(jdk)).client();
                ClientJvm notices = probed(hosts, "1000").client();
                ClientJvm late = probed(hosts, "60000").client()) {
            Map<Caller, Site> plainSites = withFreeConnections(plain, hosts);
            Map<Caller, Site> sites = withFreeConnections(notices, hosts);
            Map<Caller, Site> lateSites = withFreeConnections(late, hosts);
            long since = System.nanoTime();
            hosts.forget();
            for (Caller caller : Caller.values()) {
                Outcome met = tooLate(late, caller, lateSites);
                if (Caller.OF_THE_JDK.contains(caller)) {
                    assertThat(met).as("%s", caller).isEqualTo(tooLate(plain, caller, plainSites));
                }
                assertThat(met.failure()).as("%s", caller).isEqualTo("java.net.SocketTimeoutException");
                assertThat(met.message()).isEqualTo("Read timed out");
                assertServedOnAnother(late, caller, lateSites);
            }
            sites.values()
                    .forEach(site -> Await.until(() -> KernelTimers.connections(notices, site) == 0, () -> "there"));
            Figures.tell("ForgottenConnectionsIT", jdk, "free connections ended after %.1f s", since);
            for (Caller caller : Caller.values()) {
                assertServedOnAnother(notices, caller, sites);
            }
        }
    }

    private static void assertServedOnAnother(ClientJvm client, Caller caller, Map<Caller, Site> sites) {
        Outcome next = client.exchange(caller.ask(sites.get(caller), KEPT));
        assertThat(next.right()).as("%s: %s", caller, next).isTrue();
        assertThat(next.connection()).isEqualTo(2);
        assertThat(sites.get(caller).tally().arrivals()).as("%s", caller).hasSize(2);
    }

    private static Map<Caller, Site> withFreeConnections(ClientJvm client, TwoHosts hosts) {
        Map<Caller, Site> sites = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            sites.put(caller, caller.site(hosts));
            assertThat(client.exchange(caller.ask(sites.get(caller), KEPT)).right())
                    .isTrue();
        }
        return sites;
    }

    /** A request that gets no answer. Without a read time-out the kernel would try for a quarter of an hour. */
    private static Outcome tooLate(ClientJvm client, Caller caller, Map<Caller, Site> sites) {
        return client.exchange(caller.ask(sites.get(caller), KEPT).with("readTimeout", READ_MILLIS));
    }

    private AgentJvm probed(TwoHosts hosts, String idle) {
        return hosts.onClient(AgentJvm.on(jdk))
                .agent("timeout=60000,keepAliveMsecs=" + idle + ",tcpKeepAliveInterval=1000,tcpKeepAliveCount=2");
    }
}
