package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "CONNECT"})
    void mayBeCarriedOutTwice(String method) {
        assertThat(new Written(null, method + " /x HTTP/1.1").isIdempotent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "PROPPATCH", "get"})
    void mayNot(String method) {
        assertThat(new Written(null, method + " /x HTTP/1.1").isIdempotent()).isFalse();
    }
}
