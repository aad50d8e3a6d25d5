package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Hint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
    private final Exchange exchange = new Exchange();
    private final List<Drain> drained = new ArrayList<>();

    @Test
    void isOverOnceForEachAnswer() {
        exchange("Date", "today");
        assertThat(over()).isTrue();
        assertThat(over()).isFalse();
        exchange("Date", "today");
        assertThat(over()).isTrue();
    }

    @Test
    void isNotOverBeforeItIsAnswered() {
        assertThat(over()).isFalse();
        exchange.taken();
        assertThat(over()).isFalse();
        exchange.written(JdkHeaders.of());
        assertThat(over()).isFalse();
    }

    @Test
    void whoTakesTheConnectionIsNotAnsweredByTheLastAnswer() {
        exchange("Keep-Alive", "timeout=5");
        exchange.taken();
        assertThat(over()).isFalse();
        assertThat(exchange.hint()).isSameAs(Hint.NONE);
    }

    @Test
    void aSecondRequestWithoutATakingIsAnExchangeOfItsOwn() {
        exchange("Date", "today"); // a redirect or a challenge, answered on the same connection
        exchange.written(JdkHeaders.of());
        assertThat(over()).isFalse();
        exchange.answered(JdkHeaders.of());
        assertThat(over()).isTrue();
    }

    @Test
    void remembersTheHintOfTheLastAnswer() {
        exchange("Keep-Alive", "timeout=5, max=10");
        assertThat(exchange.hint()).usingRecursiveComparison().isEqualTo(Hint.parse("timeout=5, max=10"));
        exchange("Connection", "keep-alive");
        assertThat(exchange.hint()).isSameAs(Hint.NONE);
    }

    @Test
    void mayBeSharedUnlessItCarriedAUsersCredentialsOnce() {
        exchange("Date", "today");
        assertThat(exchange.mayBeShared()).isTrue();
        exchange.taken();
        exchange.written(JdkHeaders.of("Authorization", "NTLM x"));
        assertThat(exchange.mayBeShared()).isFalse();
        exchange.answered(JdkHeaders.of());
        exchange.taken();
        exchange.written(JdkHeaders.of());
        assertThat(exchange.mayBeShared()).isFalse();
    }

    @Test
    void isDrainedByOneAtMostAndThenOverOrCut() {
        Answered answer = answered("Date", "today");
        Drain drain = drain();
        assertThat(exchange.drain(answer, drain)).isTrue();
        assertThat(exchange.drain(answer, drain())).isFalse();
        assertThat(exchange.answer()).isNull();
        assertThat(over()).isTrue();
        assertThat(drained).containsExactly(drain);
        assertThat(exchange.cut(drain)).isFalse();
        Answered next = answered("Date", "today");
        assertThat(exchange.drain(next, drain)).isTrue();
        assertThat(exchange.cut(drain)).isTrue();
        assertThat(over()).isFalse();
    }

    @Test
    void whoComesLateDoesNotGetHoldOfTheNextOne() {
        Answered old = answered("Date", "today");
        over();
        Answered next = answered("Date", "today");
        assertThat(exchange.drain(old, drain())).isFalse();
        assertThat(exchange.cut(old)).isFalse();
        assertThat(exchange.answer()).isSameAs(next);
    }

    @Test
    void thatFoundNobodyToDrainItIsItsOwnersAgain() {
        Answered answer = answered("Date", "today");
        Drain drain = drain();
        exchange.drain(answer, drain);
        exchange.notDrained(answer, drain);
        assertThat(exchange.isDrained()).isFalse();
        assertThat(exchange.answer()).isSameAs(answer);
        assertThat(over()).isTrue();
        assertThat(drained).isEmpty();
    }

    @Test
    void hasAnAnswerOnlyBetweenItsAnswerAndItsEnd() {
        assertThat(exchange.answer()).isNull();
        assertThat(exchange.mayBeDrained(answered("Date", "today"))).isTrue();
        exchange.written(get());
        assertThat(exchange.answer()).isNull();
        answered("Date", "today");
        over();
        assertThat(exchange.answer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, text/event-stream",
        "content-type, Multipart/X-Mixed-Replace;boundary=x",
        "WWW-Authenticate, NTLM",
        "Proxy-Authenticate, Negotiate abc"
    })
    void isNotDrainedIfItHasNoEndOrBindsItsConnection(String name, String value) {
        assertThat(exchange.mayBeDrained(answered(name, value))).isFalse();
    }

    @Test
    void isNotDrainedIfTheServerMayNotHaveAllOfTheRequest() {
        exchange.written(JdkHeaders.of("POST / HTTP/1.1", null, "Expect", "100-continue"));
        exchange.answered(JdkHeaders.answer("HTTP/1.1 401 No"));
        assertThat(exchange.mayBeDrained(exchange.answer())).isFalse();
        exchange.written(JdkHeaders.of("CONNECT a:1 HTTP/1.1", null));
        exchange.answered(JdkHeaders.answer("HTTP/1.1 407 No"));
        assertThat(exchange.mayBeDrained(exchange.answer())).isFalse();
        exchange.written(get());
        exchange.answered(JdkHeaders.answer("HTTP/1.1 100 Continue"));
        assertThat(exchange.mayBeDrained(exchange.answer())).isFalse();
    }

    private boolean over() {
        return exchange.over(drained::add);
    }

    private static Drain drain() {
        return new Drain(null, null, null, null, null, null, 1, 1);
    }

    private Answered answered(String name, String value) {
        exchange.taken();
        exchange.written(get());
        exchange.answered(JdkHeaders.answer("HTTP/1.1 200 OK", name, value));
        return exchange.answer();
    }

    private static Object get() {
        return JdkHeaders.of("GET / HTTP/1.1", null);
    }

    private void exchange(String name, String value) {
        exchange.taken();
        exchange.written(JdkHeaders.of());
        exchange.answered(JdkHeaders.of(name, value));
    }
}
