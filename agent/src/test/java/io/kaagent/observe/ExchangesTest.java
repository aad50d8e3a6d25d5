package io.kaagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could have become of a connection, by what went over it. In the texts | is the end of a line. */
class ExchangesTest {
    private static final String GET = "GET / HTTP/1.1|Host: h||";
    private static final String OK = "HTTP/1.1 200 OK|Content-Length: 2||hi";

    private final Exchanges exchanges = new Exchanges();

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Content-Length: 2||hi, ",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 204 No Content||, ",
        "HEAD / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Content-Length: 2||, ",
        "POST / HTTP/1.1|Content-Length: 3||abc, HTTP/1.1 100 Continue||HTTP/1.1 200 OK|Content-Length: 0||, ",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hi|0||, ",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hi|, ",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Content-Length: 60000||hi, ",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Content-Length: 70000||hi, UNREAD",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK||hi, UNREAD",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Connection: close|Content-Length: 2||hi, SERVER_CLOSE",
        "GET / HTTP/1.1|Host: h||, HTTP/1.0 200 OK|Content-Length: 2||hi, SERVER_CLOSE",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Con, UNANSWERED",
        "GET / HTTP/1.1|Host: h||, , UNANSWERED",
        "POST / HTTP/1.1|Content-Length: 3||ab, , UNANSWERED",
        "GET / HTTP/1.1|Authorization: NTLM abc||, HTTP/1.1 200 OK|Content-Length: 2||hi, CREDENTIALS",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 401 No|WWW-Authenticate: Negotiate|Content-Length: 0||, CREDENTIALS",
        "GET / HTTP/1.1|Host: h||GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Content-Length: 2||hi, UNFOLLOWED",
        "GET / HTTP/1.1|Host: h||, HTTP/1.1 200 OK|Content-Length: 2||hiHTTP, UNFOLLOWED",
        "GET / HTTP/1.1|Upgrade: x||, HTTP/1.1 101 Switching||xyz, UNFOLLOWED",
        "CONNECT h:1 HTTP/1.1||, HTTP/1.1 200 OK||, NOT_HTTP",
        "EHLO me|, 250 fine|, NOT_HTTP",
        "GET / HT, , NOT_HTTP",
        ", , UNUSED"
    })
    void isJudgedByWhatWentOverIt(String written, String read, Cause verdict) {
        if (written != null) {
            written(written);
        }
        if (read != null) {
            read(read);
        }
        assertThat(exchanges.verdict(true, 65536)).isEqualTo(verdict);
    }

    @Test
    void aCloseThatTheClientAsksForIsNotTheServersIfItIsKeptFromIt() {
        written("GET / HTTP/1.1|Host: h|Connection: close||");
        read("HTTP/1.1 200 OK|Connection: close|Content-Length: 2||hi");
        exchanges.inputEnded();
        assertThat(exchanges.verdict(true, 65536)).isNull();
        assertThat(exchanges.verdict(false, 65536)).isEqualTo(Cause.CLIENT_CLOSE);
        assertThat(exchanges.wantedClose()).isTrue();
    }

    @Test
    void aCloseThatCannotBeChangedIsTheClients() {
        written("GET / HTTP/1.1|Host: h|Connection: close, x||");
        read(OK);
        assertThat(exchanges.verdict(true, 65536)).isEqualTo(Cause.CLIENT_CLOSE);
    }

    @Test
    void anAnswerThatEndsWithTheConnectionNeedsItsEndUnlessItCouldHaveBeenChunked() {
        written("GET / HTTP/1.0||");
        read("HTTP/1.1 200 OK||hi");
        exchanges.inputEnded();
        assertThat(exchanges.verdict(true, 65536)).isEqualTo(Cause.SERVER_CLOSE);
        Exchanges later = new Exchanges();
        byte[] request = bytes("GET / HTTP/1.1|Connection: close||");
        later.written(request, 0, request.length);
        byte[] answer = bytes("HTTP/1.1 200 OK||hi");
        later.read(answer, 0, answer.length);
        later.inputEnded();
        assertThat(later.verdict(true, 65536)).isNull();
    }

    @Test
    void aServerThatHasClosedHasEndedIt() {
        written(GET);
        read(OK);
        exchanges.inputEnded();
        assertThat(exchanges.verdict(true, 65536)).isEqualTo(Cause.SERVER_CLOSE);
    }

    @Test
    void anOutputThatWasEndedIsNoMoreUse() {
        written(GET);
        exchanges.outputEnded();
        read(OK);
        assertThat(exchanges.verdict(true, 65536)).isEqualTo(Cause.HALF_CLOSED);
    }

    @Test
    void eachHeadThatIsCompleteIsARequestInWhateverPiecesItComes() {
        int requests = 0;
        for (byte b : bytes(GET)) {
            requests += exchanges.written(new byte[] {b}, 0, 1) ? 1 : 0;
        }
        read(OK);
        requests += written(GET) ? 1 : 0;
        read(OK);
        assertThat(requests).isEqualTo(2);
        assertThat(exchanges.verdict(true, 65536)).isNull();
        assertThat(exchanges.isRepeatable()).isTrue();
    }

    @Test
    void requestsAreCountedWhateverTheServerSends() {
        written(GET);
        read(OK + "HTTP");
        assertThat(written(GET)).isTrue();
        assertThat(exchanges.verdict(true, 65536)).isEqualTo(Cause.UNFOLLOWED);
    }

    @Test
    void whatTheServerPromisesIsHeard() {
        written(GET);
        read("HTTP/1.1 200 OK|Keep-Alive: timeout=5, max=0|Content-Length: 0||");
        assertThat(exchanges.hint().promisedNanos()).isEqualTo(4_000_000_000L);
        assertThat(exchanges.hint().max()).isZero();
    }

    private boolean written(String text) {
        byte[] bytes = bytes(text);
        return exchanges.written(bytes, 0, bytes.length);
    }

    private void read(String text) {
        byte[] bytes = bytes(text);
        exchanges.read(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
