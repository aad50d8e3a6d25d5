package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applications that make a new {@code SSLSocketFactory} for each request. */
@BesideOthers
class TlsIdentityIT extends SharedClient {
    private static final int REQUESTS = 1_000;

    private ClientJvm plain;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @BeforeParameterizedClassInvocation
    void startWithoutTheAgent() {
        plain = AgentJvm.on(jdk).client();
    }

    @AfterParameterizedClassInvocation
    void endWithoutTheAgent() {
        plain.close();
    }

    @ParameterizedTest
    @EnumSource
    void factoriesThatAreProvedToBeTheSameShareConnections(SameTls same) {
        try (Site site = ServerJvm.httpsAskingForClients()) {
            Ask ask = same.ask(site).finish(Finish.DISCONNECT);
            assertThat(client.load(ask, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(site.tally().accepted()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eightThreadsShareToo(SameTls same) {
        try (Site site = ServerJvm.https()) {
            assertThat(client.load(same.ask(site), 8, 200)).isEqualTo(Loaded.allRight(200));
            assertThat(site.tally().accepted()).isLessThanOrEqualTo(16);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDiffersInOneInputNeverSharesAndFailsWhereItFailsWithoutTheAgent(DifferentTls different) {
        RequestPair requests = different.requests();
        try (Site site = requests.site()) {
            Outcome without = plain.exchange(requests.strict(site));
            Outcome lax = client.exchange(requests.lax(site));
            assertThat(lax.right()).as("%s", lax).isTrue();
            assertThat(shares(requests, site, lax)).isEqualTo(requests.isProved());
            Outcome strict = client.exchange(requests.strict(site));
            assertThat(seen(strict)).isEqualTo(seen(without)).isNotEqualTo(seen(lax));
            assertThat(strict.connection()).isNotEqualTo(lax.connection());
            assertThat(shares(requests, site, lax)).isEqualTo(requests.isProved());
        }
    }

    /** The JDK resumes the session of the first connection. */
    @Test
    void withinOneContextNoManagerIsAskedAgainAsWithoutTheAgent() {
        try (Site site = ServerJvm.https()) {
            for (String kept : new String[] {"new kept on", "new kept on", "new kept off"}) {
                Ask ask = Ask.of(site, "body=10").with("factory", kept).id("same");
                Outcome without = plain.exchange(ask);
                assertThat(without.right()).as("%s", without).isTrue();
                assertThat(seen(client.exchange(ask))).isEqualTo(seen(without));
            }
        }
    }

    @Test
    void aPropertyThatTheHandshakeReadsIsPartOfIt() {
        try (Site site = ServerJvm.httpsWith("protocol", "TLSv1.2");
                ClientJvm own = AgentJvm.on(jdk).agent().client()) {
            Ask ask = Ask.of(site, "body=10").with("factory", "new default");
            assertThat(own.exchange(ask).connection())
                    .isEqualTo(own.exchange(ask).connection());
            own.tell(new Message("property").with("key", "https.protocols").with("value", "TLSv1.3"));
            assertThat(own.exchange(ask).failure()).startsWith("javax.net.ssl.");
            own.tell(new Message("property").with("key", "https.protocols").with("value", "TLSv1.2"));
            assertThat(own.exchange(ask).right()).isTrue();
        }
    }

    @Test
    void strictSharesNoMoreThanTheJdk() {
        try (Site site = ServerJvm.https();
                ClientJvm own = AgentJvm.on(jdk).agent("tlsIdentity=strict").client()) {
            for (SameTls same : SameTls.values()) {
                assertThat(own.load(same.ask(site), 1, 20)).isEqualTo(Loaded.allRight(20));
            }
            assertThat(site.tally().accepted()).isEqualTo(20 * SameTls.values().length);
        }
    }

    @Test
    void strictCanBeSaidOfOneOrigin() {
        try (Site strict = ServerJvm.https();
                Site proved = ServerJvm.https();
                ClientJvm own = AgentJvm.on(jdk)
                        .agent("origin.127.0.0.1:" + strict.port() + ".tlsIdentity=strict")
                        .client()) {
            assertThat(own.load(SameTls.DEFAULT_TRUST.ask(strict), 1, 20)).isEqualTo(Loaded.allRight(20));
            assertThat(own.load(SameTls.DEFAULT_TRUST.ask(proved), 1, 20)).isEqualTo(Loaded.allRight(20));
            assertThat(strict.tally().accepted()).isEqualTo(20);
            assertThat(proved.tally().accepted()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeProvedIsToldOnceWithItsReason() {
        ClientJvm own = AgentJvm.on(jdk).agent().client();
        try (Site site = ServerJvm.https()) {
            Ask ask = Ask.of(site, "body=10").with("factory", "new switched on");
            assertThat(own.load(ask, 1, 30)).isEqualTo(Loaded.allRight(30));
            assertThat(site.tally().accepted()).isEqualTo(30);
            FinishedJvm finished = own.finish();
            assertThat(finished.err()).hasSize(2);
            assertThat(finished.err().get(1))
                    .contains("WARN", "10 distinct SSLSocketFactory objects for " + site.origin())
                    .contains("trust manager io.kaagent.it.child.tls.TrustsSometimes has state (field on)");
        }
    }

    private boolean shares(RequestPair requests, Site site, Outcome first) {
        Outcome another = client.exchange(requests.lax(site));
        assertThat(another.right()).as("%s", another).isTrue();
        return another.connection() == first.connection();
    }

    /** But for the connection. */
    private static Outcome seen(Outcome outcome) {
        return new Outcome(
                outcome.status(), -1, outcome.right(), outcome.fields(), outcome.failure(), outcome.message());
    }
}
