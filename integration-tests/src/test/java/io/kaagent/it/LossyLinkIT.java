package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A network on which packets take their time, and some get lost. */
@OnEveryJdkAtOnce
class LossyLinkIT {
    private static final int THREADS = 8;
    private static final int REQUESTS = 80;
    private static final int PER_MILLE_LOST = 30;
    private static final int DELAY_MILLIS = 15;
    private static final int JITTER_MILLIS = 5;

    @Parameter
    Jdk jdk;

    @BeforeEach
    void onLinux() {
        TwoHosts.assume();
    }

    @Test
    void allAnswersAreRightOverFewerConnections() {
        try (TwoHosts hosts = new TwoHosts();
                ClientJvm plain = hosts.onClient(AgentJvm.on(jdk)).client();
                ClientJvm client = hosts.onClient(AgentJvm.on(jdk)).agent().client()) {
            hosts.storm(PER_MILLE_LOST, DELAY_MILLIS, JITTER_MILLIS);
            int before = connections(hosts, plain, "without");
            int now = connections(hosts, client, "with");
            assertThat(now).isLessThan(before);
            hosts.calm();
            assertThat(hosts.lost()).isPositive();
        }
    }

    /** For requests of which each gets its answer, and arrives once. */
    private int connections(TwoHosts hosts, ClientJvm client, String what) {
        Map<Caller, Site> sites = new EnumMap<>(Caller.class);
        long since = System.nanoTime();
        for (Caller caller : Caller.values()) {
            sites.put(caller, caller.site(hosts));
            Ask ask = caller.ask(sites.get(caller), "body=1000").finish(Finish.DISCONNECT);
            client.beginLoad(caller.name(), ask, THREADS, REQUESTS);
        }
        for (Caller caller : Caller.values()) {
            assertThat(client.loaded(caller.name())).as("%s %s", caller, what).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(sites.get(caller).tally().arrivals()).hasSize(REQUESTS).doesNotHaveDuplicates();
        }
        int connections = sites.values().stream()
                .mapToInt(site -> site.tally().accepted())
                .sum();
        String figures = REQUESTS * sites.size() + " requests " + what + " the agent: " + connections;
        Figures.tell("LossyLinkIT", jdk, figures + " connections, %.1f s", since);
        return connections;
    }
}
