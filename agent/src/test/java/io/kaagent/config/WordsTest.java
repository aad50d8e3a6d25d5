package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The words of an option are the constants of its enum, in the same order: that is how one is found from the other. */
class WordsTest {
    @Test
    void everyWordIsAConstantOfItsEnum() {
        assertWords(Option.SCHEDULING, Scheduling.values());
        assertWords(Option.TCP_KEEP_ALIVE, TcpKeepAlive.values());
        assertWords(Option.LOG, LogLevel.values());
        assertWords(Option.CLOSE_HEADER, CloseHeader.values());
        assertWords(Option.TLS_IDENTITY, TlsIdentity.values());
        assertWords(Option.PROTOCOL, Protocol.values());
    }

    private static void assertWords(Option option, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            assertThat(option.values.parse(word)).as(word).isEqualTo(constant.ordinal());
        }
    }
}
