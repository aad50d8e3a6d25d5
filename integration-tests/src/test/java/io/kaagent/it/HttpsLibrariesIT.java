package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP clients that open TLS sockets of their own, in one application without the agent and in one with it. */
@OnEveryJdk
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsLibrariesIT {
    private static final int REQUESTS = 6;
    private static final int THREADS = 2;

    @Parameter
    Jdk jdk;

    private ClientJvm plain;
    private ClientJvm agent;

    @BeforeParameterizedClassInvocation
    void start() {
        plain = clientOf(AgentJvm.on(jdk));
        agent = clientOf(AgentJvm.on(jdk).agent());
    }

    @AfterParameterizedClassInvocation
    void end() {
        plain.close();
        agent.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a manager that closes", "Connection: close", "HTTP/1.0"})
    void commonsHttpClientSeesTheSameOnFewerConnections(String way) {
        assertReuse(new Message("commons-httpclient").with("way", way), "obeys&body=300");
    }

    @Test
    void httpClientWithoutAPoolSeesTheSameOnFewerConnections() {
        assertReuse(new Message("httpclient").with("way", "a client for each request"), "obeys&body=300");
    }

    private void assertReuse(Message message, String query) {
        message.with("threads", THREADS).with("requests", REQUESTS);
        try (Site without = ServerJvm.https();
                Site with = ServerJvm.https()) {
            String saw = saw(plain, message, without.url(query));
            assertThat(without.tally().accepted()).isEqualTo(THREADS * REQUESTS);
            assertThat(saw(agent, message, with.url(query))).isEqualTo(saw);
            // One more each while it is not known yet how the server closes, and that it is spoken to by TLS.
            assertThat(with.tally().accepted()).isLessThanOrEqualTo(3 * THREADS);
            assertThat(with.tally().repeated()).isEmpty();
        }
    }

    private static String saw(ClientJvm client, Message message, String url) {
        return client.tell(message.with("url", url)).get("saw");
    }

    private static ClientJvm clientOf(AgentJvm jvm) {
        return jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                .clientOf(Library.COMMONS_HTTPCLIENT, Library.HTTPCLIENT);
    }
}
