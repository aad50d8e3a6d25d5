package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Responses that the application neither reads to the end nor closes. */
@OnEveryJdkAtOnce
class LeakDetectionIT {
    private static final String OPENED_BY = "io.kaagent.it.child.Exchange.open";
    private static final String BIG = "body=3000000";

    @Parameter
    Jdk jdk;

    /** Nobody makes a request meanwhile: who waits must not have to wait for the next one to come. */
    @Test
    void oneThatIsDroppedServesACallerWhoWaits() {
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent("maxSockets=1,acquireTimeout=20000")
                        .client()) {
            client.exchange(Ask.of(site, BIG).finish(Finish.ABANDON));
            client.begin("waiting", Ask.of(site, "body=10"));
            Await.until(() -> client.isWaitingForAConnection("waiting"), site::tally);
            Await.until(
                    () -> {
                        client.tell("gc");
                        return !client.isWaitingForAConnection("waiting");
                    },
                    site::tally);
            assertThat(client.outcome("waiting").right()).isTrue();
        }
    }

    @Test
    void oneThatIsDroppedIsToldOfWithThePlaceThatOpenedIt() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).agent("leakDetection=true").client();
            client.exchange(Ask.of(site, "body=10"));
            client.exchange(Ask.of(site, BIG).finish(Finish.ABANDON));
            Await.until(
                    () -> {
                        client.tell("gc");
                        return client.jvm().err().stream().anyMatch(line -> line.contains(OPENED_BY));
                    },
                    site::tally);
            assertThat(warnings(client.finish().errWithoutWaits()))
                    .singleElement()
                    .asString()
                    .contains(site.origin(), "dropped");
        }
    }

    @Test
    void oneThatIsHeldForLongIsToldOfAndTakenBackWhenItIsClosed() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk)
                    .agent("leakDetection=true,leakDetectionThreshold=300")
                    .client();
            client.open("holder", "held", Ask.of(site, BIG));
            Await.until(() -> warnings(client.jvm().err()).size() == 1, site::tally);
            client.end("holder", "held", Finish.CLOSE);
            assertThat(client.outcome("holder").right()).isTrue();
            List<String> said = client.finish().errWithoutWaits();
            assertThat(warnings(said)).hasSize(2);
            assertThat(warnings(said).get(0)).contains(site.origin(), "neither read to its end nor closed");
            assertThat(warnings(said).get(1)).contains(site.origin(), "closed after all");
            assertThat(said).anyMatch(line -> line.contains(OPENED_BY));
        }
    }

    private static List<String> warnings(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("ka-agent WARN ")).toList();
    }
}
