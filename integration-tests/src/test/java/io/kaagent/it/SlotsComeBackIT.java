package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/** With one slot an origin, a slot that is lost once is seen by the next request. */
class SlotsComeBackIT extends SharedClient {
    private static final int TIMES = 5;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,acquireTimeout=3000");
    }

    @Test
    void afterARefusedConnection() throws IOException {
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress("127.0.0.1", 0));
            fails(Ask.of("http://127.0.0.1:" + silent.getLocalPort() + "/?body=10"), ConnectException.class.getName());
        }
    }

    @Test
    void afterAResetInTheMiddleOfABody() {
        try (Site site = ServerJvm.site()) {
            fails(Ask.of(site, "body=1000&reset=500"), "java.");
            succeeds(Ask.of(site, "body=10"));
        }
    }

    @Test
    void afterNoAnswerAtAll() {
        try (Site site = ServerJvm.site()) {
            fails(Ask.of(site, "drop"), "java.net.SocketException");
            succeeds(Ask.of(site, "body=10"));
        }
    }

    @Test
    void afterAFailedHandshake() {
        try (Site site = ServerJvm.https()) {
            fails(Ask.of(site, "body=10").with("factory", "untrusting"), "javax.net.ssl.");
            succeeds(Ask.of(site, "body=10"));
        }
    }

    @Test
    void afterACertificateOfAnotherHost() {
        try (Site site = ServerJvm.httpsOfAnotherHost()) {
            fails(Ask.of(site, "body=10"), "javax.net.ssl.");
            succeeds(Ask.of(site, "body=10").with("verifier", "permissive"));
        }
    }

    @Test
    void afterAReadTimeout() {
        try (Site site = ServerJvm.site()) {
            fails(Ask.of(site, "delay=1000").with("readTimeout", 50), SocketTimeoutException.class.getName());
            succeeds(Ask.of(site, "body=10"));
        }
    }

    @Test
    void afterResponsesThatEndTheConnection() {
        try (Site site = ServerJvm.site();
                Site counted = ServerJvm.siteLimitedTo(1)) {
            assertThat(client.load(Ask.of(site, "body=10&close"), 4, 1_000)).isEqualTo(Loaded.allRight(1_000));
            assertThat(client.load(Ask.of(counted, "body=10&close"), 4, 100)).isEqualTo(Loaded.allRight(100));
            assertThat(counted.tally().mostOpen()).isEqualTo(1);
        }
    }

    @Test
    void afterBodiesThatWereNotRead() {
        try (Site site = ServerJvm.site()) {
            for (String query : new String[] {"body=100", "body=2000000", "body=100&chunked", "body=100&status=500"}) {
                succeeds(Ask.of(site, query).finish(Finish.UNREAD_DISCONNECT));
                succeeds(Ask.of(site, query).finish(Finish.UNREAD_CLOSE));
            }
        }
    }

    @Test
    void afterTheGarbageCollectorFoundAnAbandonedConnection() {
        try (Site site = ServerJvm.site()) {
            succeeds(Ask.of(site, "body=10"));
            client.exchange(Ask.of(site, "body=2000000").finish(Finish.ABANDON));
            Await.until(() -> isServedAfterCollection(site), site::tally);
        }
    }

    @Test
    void afterResponsesWithoutABody() {
        try (Site site = ServerJvm.site()) {
            succeeds(Ask.of(site, "body=0").finish(Finish.READ));
            succeeds(Ask.of(site, "body=0").finish(Finish.UNREAD_DISCONNECT));
            succeeds(Ask.of(site, "body=100").method("HEAD").finish(Finish.UNREAD_DISCONNECT));
            succeeds(Ask.of(site, "body=0&status=304").finish(Finish.READ));
        }
    }

    private void fails(Ask ask, String failure) {
        for (int i = 0; i < TIMES; i++) {
            Outcome outcome = client.exchange(ask);
            assertThat(outcome.failure()).as("%s", outcome).startsWith(failure);
            assertThat(outcome.message()).doesNotContain("maxSockets");
        }
    }

    private void succeeds(Ask ask) {
        for (int i = 0; i < TIMES; i++) {
            Outcome outcome = client.exchange(ask);
            assertThat(outcome.right()).as("%s", outcome).isTrue();
        }
    }

    private boolean isServedAfterCollection(Site site) {
        client.tell("gc");
        return client.exchange(Ask.of(site, "body=10").with("connectTimeout", 100))
                .right();
    }
}
