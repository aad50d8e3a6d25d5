package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.raw.TlsSocketThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** While one thread comes to the end of an answer, which is no end of its connection, another may do with the socket what it likes. */
@OnEveryJdk
class TlsSocketThreadsIT {
    private static final int MAX_SOCKETS = 4;
    private static final int ROUNDS = 100;
    private static final int REQUESTS = 2;
    private static final int LOOKS = 50;

    /** Requests that show the agent how the server ends a connection. */
    private static final int LESSONS = 2;

    @Parameter
    Jdk jdk;

    private ClientJvm client;

    @BeforeParameterizedClassInvocation
    void start() {
        RunningJvm jvm = AgentJvm.on(jdk)
                .optimizing()
                .agent("acquireTimeout=2000,maxSockets=" + MAX_SOCKETS)
                .option("-XX:TieredStopAtLevel=1")
                .property("javax.net.ssl.trustStore", Certificates.trustStore())
                .start(TlsSocketThreads.class);
        client = new ClientJvm(jvm, true);
    }

    @AfterParameterizedClassInvocation
    void end() {
        client.close();
    }

    @Test
    void itMayCloseIt() {
        try (Site site = ServerJvm.https()) {
            assertGoesWell("close", ROUNDS, site);
            Await.until(() -> site.tally().open() <= MAX_SOCKETS, site::tally);
        }
    }

    @Test
    void itMayWriteTheRestOfItsRequest() {
        try (Site site = ServerJvm.https()) {
            assertGoesWell("write", REQUESTS, site);
            site.awaitArrivals(LESSONS + REQUESTS + 1);
            assertThat(site.tally().arrivals()).hasSize(LESSONS + REQUESTS + 1).doesNotHaveDuplicates();
        }
    }

    @Test
    void itMayLookAtItsSession() {
        try (Site site = ServerJvm.https()) {
            assertGoesWell("look", LOOKS, site);
        }
    }

    private void assertGoesWell(String verb, int rounds, Site site) {
        Message message = new Message(verb).with("port", site.port()).with("rounds", rounds);
        assertThat(client.tell(message).get("failures")).isEmpty();
    }
}
