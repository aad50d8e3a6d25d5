package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.config.Options;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseHeadersTest {
    private static final String OK = "HTTP/1.1 200 OK";

    private final UrlSide side = new UrlSide();
    private final CloseHeaders closeHeaders = new CloseHeaders(side.settings);
    private final Loopback loopback = Loopback.idle();
    private final PooledClient pooled = side.busy(loopback.client());

    CloseHeadersTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        loopback.close();
    }

    @Test
    void theFirstRequestGoesOutAsItIsAndEndsItsConnection() {
        Object request = request();
        assertThat(send(pooled, request)).contains("Connection: close");
        assertThat(pooled.isForOneUse()).isTrue();
    }

    @Test
    void onceItIsAnsweredTheOthersAreReplacedAndTheirAnswersDressed() throws IOException {
        learn();
        try (Loopback second = Loopback.idle()) {
            PooledClient next = side.busy(second.client());
            assertThat(send(next, request())).contains("Connection: keep-alive");
            assertThat(next.isForOneUse()).isFalse();
            Object answer = JdkHeaders.answer(OK, "Keep-Alive", "timeout=5", "Content-Length", "0");
            closeHeaders.answered(next, second.client(), answer);
            assertThat(JdkHeaders.lines(answer)).containsExactly(OK, "Connection: close", "Content-Length: 0");
        }
    }

    @Test
    void anInterimAnswerIsNeitherLearnedNorDressed() throws IOException {
        send(pooled, request());
        closeHeaders.answered(pooled, loopback.client(), JdkHeaders.answer("HTTP/1.1 100 Continue"));
        closeHeaders.answered(pooled, loopback.client(), closing());
        try (Loopback second = Loopback.idle()) {
            PooledClient next = side.busy(second.client());
            send(next, request());
            Object interim = JdkHeaders.answer("HTTP/1.1 100 Continue");
            closeHeaders.answered(next, second.client(), interim);
            assertThat(JdkHeaders.lines(interim)).containsExactly("HTTP/1.1 100 Continue");
            Object answer = JdkHeaders.answer(OK, "Content-Length", "0");
            closeHeaders.answered(next, second.client(), answer);
            assertThat(JdkHeaders.lines(answer)).containsExactly(OK, "Connection: close", "Content-Length: 0");
        }
    }

    @Test
    void aRequestThatDoesNotAskIsNeitherChangedNorIsItsAnswer() throws IOException {
        learn();
        try (Loopback second = Loopback.idle()) {
            PooledClient next = side.busy(second.client());
            assertThat(send(next, JdkHeaders.of("GET / HTTP/1.1", null, "Connection", "keep-alive")))
                    .contains("Connection: keep-alive");
            Object answer = JdkHeaders.answer(OK, "Keep-Alive", "timeout=5");
            closeHeaders.answered(next, second.client(), answer);
            assertThat(JdkHeaders.lines(answer)).containsExactly(OK, "Keep-Alive: timeout=5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"closeHeader=honour", "origin.127.0.0.1.closeHeader=honour", "keepAlive=false"})
    void withTheseOptionsNothingIsTouched(String argument) {
        side.settings.options = Options.load(argument, new Properties());
        assertThat(send(pooled, request())).contains("Connection: close");
        assertThat(pooled.isForOneUse()).isFalse();
    }

    @Test
    void nothingIsTouchedOnAConnectionForOneUseWithAUsersCredentialsOrInAConnect() throws IOException {
        learn();
        assertThat(send(pooled, request())).contains("Connection: close"); // for one use, since it was learned from
        try (Loopback second = Loopback.idle()) {
            PooledClient next = side.busy(second.client());
            Object ntlm = JdkHeaders.of("GET / HTTP/1.1", null, "Authorization", "NTLM x", "Connection", "close");
            assertThat(send(next, ntlm)).contains("Connection: close");
            Object connect = JdkHeaders.of("CONNECT a:443 HTTP/1.1", null, "Connection", "close");
            assertThat(send(next, connect)).contains("Connection: close");
            assertThat(next.isForOneUse()).isFalse();
        }
    }

    @Test
    void aRequestThatMustNotBeSentTwiceNeedsAFreshConnectionIfItAsksToClose() throws IOException {
        assertThat(needsFresh("POST", "close", "")).isTrue();
        assertThat(needsFresh("GET", "close", "")).isFalse();
        assertThat(needsFresh("POST", null, "")).isFalse();
        assertThat(needsFresh("POST", "close", "closeHeader=honour")).isFalse();
    }

    private static boolean needsFresh(String method, String asked, String argument) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://127.0.0.1/").openConnection();
        connection.setRequestMethod(method);
        if (asked != null) {
            connection.setRequestProperty("Connection", asked);
        }
        return CloseHeaders.needsFresh(
                connection, Options.load(argument, new Properties()).global());
    }

    private void learn() {
        send(pooled, request());
        closeHeaders.answered(pooled, loopback.client(), closing());
    }

    /** What goes over the wire. */
    private Iterable<String> send(PooledClient on, Object request) {
        closeHeaders.requestWritten(on, loopback.client(), request); // only asked for what all clients have in common
        Iterable<String> lines = JdkHeaders.lines(request);
        on.closeRequest().putBack();
        return lines;
    }

    private static Object request() {
        return JdkHeaders.of("GET / HTTP/1.1", null, "Connection", "close");
    }

    private static Object closing() {
        return JdkHeaders.answer(OK, "Connection", "close", "Content-Length", "0");
    }
}
