package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Hint;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final Exchange exchange = new Exchange();

    @Test
    void isOverOnceForEachAnswer() {
        exchange("Date", "today");
        assertThat(exchange.over()).isTrue();
        assertThat(exchange.over()).isFalse();
        exchange("Date", "today");
        assertThat(exchange.over()).isTrue();
    }

    @Test
    void isNotOverBeforeItIsAnswered() {
        assertThat(exchange.over()).isFalse();
        exchange.taken();
        assertThat(exchange.over()).isFalse();
        exchange.written(JdkHeaders.of());
        assertThat(exchange.over()).isFalse();
    }

    @Test
    void whoTakesTheConnectionIsNotAnsweredByTheLastAnswer() {
        exchange("Keep-Alive", "timeout=5");
        exchange.taken();
        assertThat(exchange.over()).isFalse();
        assertThat(exchange.hint()).isSameAs(Hint.NONE);
    }

    @Test
    void aSecondRequestWithoutATakingIsAnExchangeOfItsOwn() {
        exchange("Date", "today"); // a redirect or a challenge, answered on the same connection
        exchange.written(JdkHeaders.of());
        assertThat(exchange.over()).isFalse();
        exchange.answered(JdkHeaders.of());
        assertThat(exchange.over()).isTrue();
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

    private void exchange(String name, String value) {
        exchange.taken();
        exchange.written(JdkHeaders.of());
        exchange.answered(JdkHeaders.of(name, value));
    }
}
