package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;

/** Applications that make a new {@code HostnameVerifier} for each request. */
class FreshVerifiersIT extends SharedClient {
    private static final String SEEN_HOST = "127.0.0.1";

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Test
    void ofOneClassWithoutStateShareConnections() {
        try (Site site = ServerJvm.httpsOfAnotherHost()) {
            for (Finish finish : new Finish[] {Finish.CLOSE, Finish.DISCONNECT}) {
                assertThat(client.load(ask(site, "new permissive").finish(finish), 1, 150))
                        .isEqualTo(Loaded.allRight(150));
            }
            assertThat(site.tally().accepted()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whatOneAcceptsIsNotHandedToOneOfAnotherClass() {
        try (Site site = ServerJvm.httpsOfAnotherHost()) {
            assertThat(client.exchange(ask(site, "new permissive")).right()).isTrue();
            assertThat(client.exchange(ask(site, "new strict")).failure()).startsWith("java.io.IOException");
            assertThat(client.exchange(ask(site, "new permissive")).connection())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatOneAcceptsIsNotHandedToOneThatPinsAnotherHost() {
        try (Site site = ServerJvm.httpsOfAnotherHost()) {
            Ask right = ask(site, "new pinned " + SEEN_HOST);
            assertThat(client.exchange(right).connection()).isEqualTo(1);
            assertThat(client.exchange(ask(site, "new pinned elsewhere")).failure())
                    .startsWith("java.io.IOException");
            assertThat(client.exchange(right).connection()).isEqualTo(1);
        }
    }

    @Test
    void whoseFieldsMayChangeNeverShare() {
        try (Site site = ServerJvm.httpsOfAnotherHost()) {
            Ask changing = ask(site, "new changing " + SEEN_HOST);
            assertThat(client.exchange(changing).connection()).isEqualTo(1);
            assertThat(client.exchange(changing).connection()).isEqualTo(2);
            assertThat(client.exchange(ask(site, "new changing elsewhere")).failure())
                    .startsWith("java.io.IOException");
        }
    }

    private static Ask ask(Site site, String verifier) {
        return Ask.of(site, "body=10").with("verifier", verifier);
    }
}
