package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** On a plain JDK a connection that a permissive verifier let through is handed to a strict caller. */
@OnEveryJdk
class VerifierIT {
    @Parameter
    Jdk jdk;

    @Test
    void aStrictCallerNeverGetsAConnectionThatAPermissiveVerifierLetThrough() {
        try (Site site = ServerJvm.httpsOfAnotherHost();
                ClientJvm client = AgentJvm.on(jdk).agent("timeout=60000").client()) {
            assertThat(client.exchange(permissive(site)).connection()).isEqualTo(1);
            assertThat(client.exchange(permissive(site)).connection()).isEqualTo(1);
            Outcome strict = client.exchange(strict(site));
            assertThat(strict).isEqualTo(strictWithoutTheAgent(site));
            assertThat(client.exchange(permissive(site)).connection()).isEqualTo(1);
        }
    }

    @Test
    void twoVerifiersDoNotShare() {
        try (Site site = ServerJvm.httpsOfAnotherHost();
                ClientJvm client = AgentJvm.on(jdk).agent().client()) {
            Ask other = Ask.of(site, "body=10").with("verifier", "permissive as well");
            assertThat(client.exchange(permissive(site)).connection()).isEqualTo(1);
            assertThat(client.exchange(other).connection()).isEqualTo(2);
            assertThat(client.exchange(permissive(site)).connection()).isEqualTo(1);
            assertThat(client.exchange(other).connection()).isEqualTo(2);
        }
    }

    @Test
    void verifiersThatCannotBeToldApartShare() {
        try (Site site = ServerJvm.httpsOfAnotherHost();
                ClientJvm client = AgentJvm.on(jdk).agent().client()) {
            Ask anew = Ask.of(site, "body=10").with("verifier", "new permissive");
            assertThat(client.exchange(anew).connection()).isEqualTo(1);
            assertThat(client.exchange(anew).connection()).isEqualTo(1);
            assertThat(client.exchange(strict(site)).failure()).contains("javax.net.ssl.");
        }
    }

    private Outcome strictWithoutTheAgent(Site site) {
        try (ClientJvm plain = AgentJvm.on(jdk).client()) {
            Outcome outcome = plain.exchange(strict(site));
            assertThat(outcome.failure()).contains("javax.net.ssl.");
            return outcome;
        }
    }

    private static Ask permissive(Site site) {
        return strict(site).with("verifier", "permissive");
    }

    private static Ask strict(Site site) {
        return Ask.of(site, "body=10");
    }
}
