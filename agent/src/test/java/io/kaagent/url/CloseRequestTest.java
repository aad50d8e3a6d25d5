package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseRequestTest {
    private static final String LINE = "GET / HTTP/1.1";

    @ParameterizedTest
    @CsvSource({"Connection, close", "connection, CLOSE", "CONNECTION, ' Close '"})
    void isFoundHoweverItIsSpelled(String name, String value) {
        assertThat(CloseRequest.indexIn(JdkHeaders.of(LINE, null, "Accept", "*/*", name, value)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"Connection, keep-alive", "Connection, 'close, TE'", "Connection, ''", "X-Connection, close"})
    void isNothingElse(String name, String value) {
        assertThat(CloseRequest.indexIn(JdkHeaders.of(LINE, null, name, value))).isEqualTo(CloseRequest.NONE);
    }

    @Test
    void isLeftAloneInCompany() {
        assertThat(CloseRequest.indexIn(JdkHeaders.of(LINE, null, "Connection", "close", "Connection", "close")))
                .isEqualTo(CloseRequest.NONE);
        assertThat(CloseRequest.indexIn(JdkHeaders.of(LINE, null, "Upgrade", "h2c", "Connection", "close")))
                .isEqualTo(CloseRequest.NONE);
    }

    @Test
    void isReplacedInItsPlaceAndPutBack() {
        Object request = JdkHeaders.of(LINE, null, "connection", "Close", "Accept", "*/*");
        CloseRequest close = new CloseRequest();
        close.replace(request, 1, new AnswerToClose(null, JdkHeaders.answer("HTTP/1.1 200 OK"), true));
        assertThat(JdkHeaders.lines(request)).containsExactly(LINE + ": null", "connection: keep-alive", "Accept: */*");
        close.putBack();
        close.putBack();
        assertThat(JdkHeaders.lines(request)).containsExactly(LINE + ": null", "connection: Close", "Accept: */*");
    }

    @Test
    void whatWasNotReplacedIsNotPutBack() {
        Object request = JdkHeaders.of(LINE, null, "Connection", "close");
        CloseRequest close = new CloseRequest();
        close.sent(request);
        close.putBack();
        assertThat(JdkHeaders.lines(request)).containsExactly(LINE + ": null", "Connection: close");
    }

    @Test
    void itsAnswerIsDressedOnceForEachRequest() {
        CloseRequest close = new CloseRequest();
        Object request = JdkHeaders.of(LINE, null, "Connection", "close");
        AnswerToClose known =
                new AnswerToClose(null, JdkHeaders.answer("HTTP/1.1 200 OK", "Connection", "close"), true);
        close.replace(request, 1, known);
        Object answer = JdkHeaders.answer("HTTP/1.1 200 OK", "Keep-Alive", "timeout=5");
        assertThat(close.isDressed()).isFalse();
        close.dress(answer);
        assertThat(close.isDressed()).isTrue();
        assertThat(JdkHeaders.lines(answer)).containsExactly("HTTP/1.1 200 OK", "Connection: close");
        close.notAsked();
        assertThat(close.isDressed()).isFalse();
        Object next = JdkHeaders.answer("HTTP/1.1 200 OK", "Keep-Alive", "timeout=5");
        close.dress(next);
        assertThat(JdkHeaders.lines(next)).containsExactly("HTTP/1.1 200 OK", "Keep-Alive: timeout=5");
    }
}
