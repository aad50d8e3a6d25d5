package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private final Object answer = JdkHeaders.answer("HTTP/1.1 200 OK", "Date", "today", "Via", "a", "via", "b");

    @Test
    void areCountedWithTheLineAboveThem() {
        assertThat(Fields.count(answer)).isEqualTo(4);
        assertThat(Fields.count(JdkHeaders.of())).isZero();
        assertThat(Fields.count(JdkHeaders.of("GET / HTTP/1.1", null, "Accept", "*/*")))
                .isEqualTo(2);
    }

    @Test
    void areFoundByTheirNameInAnyCase() {
        assertThat(Fields.indexOf(answer, "VIA")).isEqualTo(2);
        assertThat(Fields.indexOf(answer, "Vi")).isEqualTo(-1);
        assertThat(Fields.indexOf(answer, "Via", 3)).isEqualTo(3);
        assertThat(Fields.indexOf(answer, "Via", 4)).isEqualTo(-1);
        assertThat(Fields.last(answer, "VIA")).isEqualTo("b");
        assertThat(Fields.last(answer, "Vi")).isNull();
    }

    @Test
    void areReadAsTheJdkReadsThem() throws Exception {
        for (String name : new String[] {"via", "DATE", "HTTP/1.1 200 OK", "none"}) {
            assertThat(Fields.last(answer, name))
                    .isEqualTo(answer.getClass()
                            .getMethod("findValue", String.class)
                            .invoke(answer, name));
        }
        for (int i = 0; i < 6; i++) {
            assertThat(Fields.name(answer, i))
                    .isEqualTo(answer.getClass().getMethod("getKey", int.class).invoke(answer, i));
            assertThat(Fields.value(answer, i))
                    .isEqualTo(
                            answer.getClass().getMethod("getValue", int.class).invoke(answer, i));
        }
    }

    @Test
    void areInsertedWhereOneWants() {
        Fields.insert(answer, 4, "Last", "4");
        Fields.insert(answer, 1, "First", "1");
        assertThat(JdkHeaders.lines(answer))
                .containsExactly("HTTP/1.1 200 OK", "First: 1", "Date: today", "Via: a", "via: b", "Last: 4");
    }

    @Test
    void areRemovedAllOfAName() {
        Fields.remove(answer, "Via");
        assertThat(JdkHeaders.lines(answer)).containsExactly("HTTP/1.1 200 OK", "Date: today");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK, true",
        "HTTP/1.0 404, true",
        "HTTP/1.1 100 Continue, false",
        "HTTP/1.1 103 Early Hints, false",
        "unknown/unknown, false",
        "HTTP/1.1, false"
    })
    void knowAFinalAnswer(String status, boolean isFinal) {
        assertThat(Fields.isFinalAnswer(JdkHeaders.answer(status))).isEqualTo(isFinal);
    }

    @Test
    void ofARequestAreNoAnswer() {
        assertThat(Fields.isFinalAnswer(JdkHeaders.of("GET / HTTP/1.1", null))).isFalse();
        assertThat(Fields.isFinalAnswer(JdkHeaders.of())).isFalse();
    }
}
