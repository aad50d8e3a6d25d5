package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainClassTest {
    @ParameterizedTest
    @CsvSource({
        "com.example.Main, com.example.Main",
        "com.example.Main --password hunter2, com.example.Main",
        "com.example.Main -x a.jar, com.example.Main",
        "/opt/a b/app.jar --port 1, app.jar",
        "app.jar, app.jar",
        "'', ''"
    })
    void aJarIsNamedWithoutItsPathAndNothingWithItsArguments(String command, String shown) {
        assertThat(MainClass.of(command)).isEqualTo(shown);
    }
}
