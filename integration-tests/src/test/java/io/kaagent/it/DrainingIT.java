package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What is read behind the application's back has an end, stands in nobody's way, and leaves nothing behind. */
@OnEveryJdkAtOnce
class DrainingIT {
    private static final int DRAIN_MILLIS = 250;

    @Parameter
    Jdk jdk;

    @Test
    void anEndlessBodyIsCut() {
        try (Site site = ServerJvm.site();
                ClientJvm client = quick()) {
            for (int i = 0; i < 2; i++) {
                client.exchange(Ask.of(site, "endless=1").finish(Finish.UNREAD_CLOSE));
                site.awaitOpen(0);
            }
            assertThat(client.exchange(Ask.of(site, "body=10")).right()).isTrue();
            assertThat(site.tally().accepted()).isEqualTo(3);
        }
    }

    @Test
    void aBodyThatComesTooLateIsCut() {
        try (Site site = ServerJvm.site();
                Site tls = ServerJvm.https();
                ClientJvm client = quick()) {
            for (Site slow : new Site[] {site, tls}) {
                String query = "body=100&late=" + 5 * DRAIN_MILLIS;
                assertThat(client.load(Ask.of(slow, query).finish(Finish.UNREAD_CLOSE), 1, 3))
                        .isEqualTo(Loaded.allRight(3));
                assertThat(client.exchange(Ask.of(slow, "body=10")).right()).isTrue();
                assertThat(slow.tally().accepted()).isEqualTo(4);
            }
        }
    }

    /** The read time-out that the draining needs is not there for the next request: its answer takes longer than that. */
    @Test
    void theNextRequestWaitsAsLongAsTheApplicationSays() {
        try (Site site = ServerJvm.site();
                Site tls = ServerJvm.https();
                ClientJvm patient =
                        AgentJvm.on(jdk).agent("maxSockets=1,drainTime=1500").client()) {
            Site[] sites = {site, tls};
            for (Site each : sites) {
                Ask drained = Ask.of(each, "body=100&late=20").finish(Finish.UNREAD_CLOSE);
                assertThat(patient.exchange(drained).right()).isTrue();
                patient.begin(each.origin(), Ask.of(each, "body=10&delay=1800"));
            }
            for (Site each : sites) {
                Outcome outcome = patient.outcome(each.origin());
                assertThat(outcome.right()).as("%s", outcome).isTrue();
                assertThat(each.tally().accepted()).isEqualTo(1);
            }
        }
    }

    /** Without the draining it would have had the slot at once. */
    @Test
    void aCallerWhoWaitsForTheSlotDoesNotWaitForTheServer() {
        try (Site site = ServerJvm.site();
                ClientJvm hurried =
                        AgentJvm.on(jdk).agent("maxSockets=1,drainTime=4000").client()) {
            Ask stuck = Ask.of(site, "body=100&late=15000").finish(Finish.UNREAD_CLOSE);
            assertThat(hurried.exchange(stuck).right()).isTrue();
            Outcome next = hurried.exchange(Ask.of(site, "body=10").with("connectTimeout", 10_000));
            assertThat(next.right()).as("%s", next).isTrue();
        }
    }

    /** Many servers that send nothing more, more responses than there are threads for; one that does meanwhile loses nothing. */
    @Test
    void slowServersDoNotHoldUpOthers() {
        try (Site slow = ServerJvm.site(3);
                Site other = ServerJvm.site();
                ClientJvm crowded = AgentJvm.on(jdk)
                        .agent("drainTime=20000,origin.127.0.0.1:" + other.port() + ".maxSockets=1")
                        .client()) {
            Ask stuck = Ask.ofAllPorts(slow, "body=100&late=20000").finish(Finish.UNREAD_CLOSE);
            assertThat(crowded.load(stuck, 3, 60)).isEqualTo(Loaded.allRight(60));
            Ask late = Ask.of(other, "body=100&late=20").finish(Finish.UNREAD_CLOSE);
            assertThat(crowded.load(late, 1, 10)).isEqualTo(Loaded.allRight(10));
            assertThat(other.tally().accepted()).isEqualTo(1);
            assertThat(crowded.tell("threads").toString().split("ka-agent-drainer", -1))
                    .hasSizeBetween(
                            1 + 3 * 8, 1 + 4 * 8); // the other one has at least one, which lingers, and 8 at most
        }
    }

    @Test
    void isOffWhereTheBudgetIsNothing() {
        try (Site site = ServerJvm.site();
                ClientJvm off =
                        AgentJvm.on(jdk).agent("drainBytes=0,errorBodyBytes=0").client()) {
            Ask redirected = Ask.of(site, "status=302&redirect&body=100");
            assertThat(off.load(redirected, 1, 5)).isEqualTo(Loaded.allRight(5));
            assertThat(site.tally().accepted()).isEqualTo(6);
            Ask unread = Ask.of(site, "body=300&chunked&last=30").finish(Finish.EXACT_CLOSE);
            assertThat(off.load(unread, 1, 5)).isEqualTo(Loaded.allRight(5));
            assertThat(site.tally().accepted()).isEqualTo(10);
        }
    }

    private ClientJvm quick() {
        return AgentJvm.on(jdk)
                .agent("maxSockets=1,acquireTimeout=5000,timeout=60000,drainTime=" + DRAIN_MILLIS)
                .client();
    }
}
