package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerToCloseTest {
    private static final String OK = "HTTP/1.1 200 OK";

    private final Object kept = JdkHeaders.answer(
            OK, "Date", "d", "Connection", "keep-alive", "Keep-Alive", "timeout=5", "Content-Length", "1", "Z", "z");

    @Test
    void putsTheFieldWhereTheAnswerHasItsOwn() {
        learn("connection", "Close", "Content-Length", "1").dress(kept);
        assertThat(JdkHeaders.lines(kept))
                .containsExactly(OK, "Date: d", "connection: Close", "Content-Length: 1", "Z: z");
    }

    @Test
    void putsItBehindTheFieldItFollowedIfTheAnswerHasNone() {
        Object answer = JdkHeaders.answer(OK, "Content-Length", "1", "Date", "d", "Z", "z");
        learn("Date", "d", "Connection", "close", "Content-Length", "1").dress(answer);
        assertThat(JdkHeaders.lines(answer))
                .containsExactly(OK, "Content-Length: 1", "Date: d", "Connection: close", "Z: z");
    }

    @Test
    void putsItLastIfThatFieldIsMissingToo() {
        Object answer = JdkHeaders.answer(OK, "Content-Length", "1", "Z", "z");
        learn("Date", "d", "Connection", "close").dress(answer);
        assertThat(JdkHeaders.lines(answer)).containsExactly(OK, "Content-Length: 1", "Z: z", "Connection: close");
    }

    @Test
    void takesTheFieldsAwayFromAServerThatWouldNotHaveSaidSo() {
        learn("Content-Length", "1").dress(kept);
        assertThat(JdkHeaders.lines(kept)).containsExactly(OK, "Date: d", "Content-Length: 1", "Z: z");
    }

    @Test
    void keepsWhatAServerSaysThatDoesNotListen() {
        learn("Connection", "keep-alive", "Keep-Alive", "timeout=5", "Content-Length", "1")
                .dress(kept);
        assertThat(JdkHeaders.lines(kept)).contains("Connection: keep-alive", "Keep-Alive: timeout=5");
    }

    @Test
    void keepsAnAnswerThatSaysCloseByItself() {
        Object answer = JdkHeaders.answer(OK, "Connection", "close", "Content-Length", "1");
        learn("Content-Length", "1").dress(answer);
        assertThat(JdkHeaders.lines(answer)).containsExactly(OK, "Connection: close", "Content-Length: 1");
    }

    @Test
    void aProxysOwnFieldIsTreatedAlike() {
        Object answer = JdkHeaders.answer(OK, "Proxy-Connection", "keep-alive", "Content-Length", "1");
        learn("Proxy-Connection", "close").dress(answer);
        assertThat(JdkHeaders.lines(answer)).containsExactly(OK, "Proxy-Connection: close", "Content-Length: 1");
    }

    @Test
    void chunksStayWithAServerThatChunksEitherWay() {
        Object answer = chunked();
        learn("Transfer-Encoding", "chunked").dress(answer);
        assertThat(JdkHeaders.lines(answer)).contains("Transfer-Encoding: chunked", "Trailer: X");
    }

    @Test
    void chunksAreHiddenIfTheCloseWouldHaveEndedTheBody() {
        Object answer = chunked();
        learn("Connection", "close").dress(answer);
        assertThat(JdkHeaders.lines(answer)).containsExactly(OK, "Connection: close");
    }

    @ParameterizedTest
    @CsvSource({"true, Content-Length, HTTP/1.1 200 OK", "false, X, HTTP/1.1 200 OK", "true, X, HTTP/1.1 304 No"})
    void whatHasNoBodyOrAKnownLengthSaysNothingOfOthers(boolean mayHaveBody, String field, String status) {
        AnswerToClose before = learn("Transfer-Encoding", "chunked");
        AnswerToClose after = new AnswerToClose(before, JdkHeaders.answer(status, field, "1"), mayHaveBody);
        assertThat(after.knowsUnknownLength()).isTrue();
        Object answer = chunked();
        after.dress(answer);
        assertThat(JdkHeaders.lines(answer)).contains("Transfer-Encoding: chunked");
        assertThat(new AnswerToClose(null, JdkHeaders.answer(status, field, "1"), mayHaveBody).knowsUnknownLength())
                .isFalse();
    }

    private static Object chunked() {
        return JdkHeaders.answer(OK, "Transfer-Encoding", "chunked", "Trailer", "X");
    }

    private static AnswerToClose learn(String... namesAndValues) {
        return new AnswerToClose(null, JdkHeaders.answer(OK, namesAndValues), true);
    }
}
