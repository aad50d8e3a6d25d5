package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginNameTest {
    @ParameterizedTest
    @CsvSource({
        "http://host:80, host",
        "http://host:8080, host:8080",
        "http://host:443, host:443",
        "https://host:443, https://host",
        "https://host:80, https://host:80",
        "http://[::1]:80, [::1]"
    })
    void originsAreNamedAsOptionsNameThem(String origin, String shown) {
        assertThat(OriginName.shown(origin)).isEqualTo(shown);
    }
}
