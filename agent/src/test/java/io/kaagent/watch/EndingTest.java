package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsWordAndTheDocumentExplainsIt(Reason reason) throws IOException {
        Ending ending = Ending.of(CountersJson.camelCase(reason.name()));
        assertThat(ending).isNotNull();
        assertThat(Files.readAllLines(Path.of("..", "docs", "command.md")))
                .as("%s", ending)
                .filteredOn(line ->
                        line.startsWith("| ") && line.contains(ending.name().toLowerCase()))
                .isNotEmpty();
    }

    @Test
    void aReasonOfALaterVersionIsItsOwnWord() {
        assertThat(Ending.word("idleLimit")).isEqualTo("idle");
        assertThat(Ending.word("ofTomorrow")).isEqualTo("ofTomorrow");
        assertThat(Ending.of("ofTomorrow")).isNull();
    }
}
