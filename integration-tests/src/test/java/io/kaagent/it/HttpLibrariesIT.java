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

/** HTTP clients that open sockets of their own, in one application without the agent and in one with it. */
@OnEveryJdk
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpLibrariesIT {
    private static final int REQUESTS = 15;
    private static final int[] THREADS = {1, 4};
    private static final Library[] LIBRARIES = {Library.COMMONS_HTTPCLIENT, Library.XML_RPC, Library.HTTPCLIENT};

    @Parameter
    Jdk jdk;

    private ClientJvm plain;
    private ClientJvm agent;

    @BeforeParameterizedClassInvocation
    void start() {
        plain = AgentJvm.on(jdk).clientOf(LIBRARIES);
        agent = AgentJvm.on(jdk).agent().clientOf(LIBRARIES);
    }

    @AfterParameterizedClassInvocation
    void end() {
        plain.close();
        agent.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a manager that closes", "Connection: close", "HTTP/1.0", "closeIdleConnections", "shutdown"})
    void commonsHttpClientSeesTheSameOnFewerConnections(String way) {
        assertReuse(new Message("commons-httpclient").with("way", way), "obeys&body=300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lite", "lite 1.4"})
    void xmlRpcSeesTheSameOnFewerConnections(String transport) {
        assertReuse(new Message("xmlrpc").with("transport", transport), "obeys&xmlrpc");
    }

    @Test
    void xmlRpcOverTheClientOfTheJdkSeesTheSame() {
        seesTheSame(new Message("xmlrpc").with("transport", "sun"), "obeys&xmlrpc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a client for each request", "one manager for all"})
    void commonsHttpClientThatClosesNothingSeesTheSame(String way) {
        seesTheSame(new Message("commons-httpclient").with("way", way), "obeys&body=300");
    }

    /** It leaves its connections to the garbage collector. */
    @Test
    void whatCommonsHttpClientForgetsIsUsedAgain() {
        try (Site site = ServerJvm.site()) {
            Message once = new Message("commons-httpclient")
                    .with("way", "a client for each request")
                    .with("url", site.url("obeys&body=300"))
                    .with("threads", 1)
                    .with("requests", 1);
            agent.tell(once);
            Await.until(
                    () -> {
                        int before = site.tally().accepted();
                        agent.tell("gc");
                        agent.tell(once);
                        return site.tally().accepted() == before;
                    },
                    site::tally);
        }
    }

    @Test
    void httpClientSeesTheSameAndKeepsToItsOwnPool() {
        Message message = new Message("httpclient");
        for (int threads : THREADS) {
            Seen expected = play(plain, message, "obeys&body=300", threads);
            assertThat(expected.saw()).contains("slow answer: java.net.SocketTimeoutException(Read timed out)");
            Seen seen = play(agent, message, "obeys&body=300", threads);
            assertThat(seen.saw()).isEqualTo(expected.saw());
            // One more than the pool has room for: that of the slow answer is not used again.
            assertThat(expected.connections()).isBetween(2, threads + 1);
            assertThat(seen.connections()).isBetween(2, threads + 1);
        }
    }

    private void assertReuse(Message message, String query) {
        for (int threads : THREADS) {
            Seen expected = play(plain, message, query, threads);
            assertThat(expected.connections()).isEqualTo(threads * REQUESTS);
            Seen seen = play(agent, message, query, threads);
            assertThat(seen.saw()).isEqualTo(expected.saw());
            // One more each while it is not known yet how the server closes.
            assertThat(seen.connections()).isLessThanOrEqualTo(2 * threads);
        }
    }

    private void seesTheSame(Message message, String query) {
        for (int threads : THREADS) {
            String expected = play(plain, message, query, threads).saw();
            assertThat(play(agent, message, query, threads).saw()).isEqualTo(expected);
        }
    }

    private static Seen play(ClientJvm client, Message message, String query, int threads) {
        try (Site site = ServerJvm.site()) {
            message.with("url", site.url(query)).with("threads", threads).with("requests", REQUESTS);
            String saw = client.tell(message).get("saw");
            Tally tally = site.tally();
            assertThat(tally.repeated()).isEmpty();
            return new Seen(saw, tally.accepted());
        }
    }

    private record Seen(String saw, int connections) {}
}
