package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFieldTest {
    private static final String NEW = "HTTP/1.1 200 OK";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"keep-alive, foo", "Foo ,KEEP-ALIVE", ",keep-alive,"})
    void keepAliveAmongOtherWordsIsShownAloneAndPutBack(String value) {
        Object headers = JdkHeaders.answer(NEW, "Date", "today", "connection", value, "X-Last", "x");
        List<String> before = JdkHeaders.lines(headers);
        ConnectionField field = ConnectionField.simplify(headers);
        assertThat(Fields.last(headers, "Connection")).isEqualTo("keep-alive");
        field.putBack();
        assertThat(JdkHeaders.lines(headers)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep-alive",
                "Keep-Alive",
                "close",
                "foo, Close",
                "close,keep-alive",
                "upgrade",
                "keep-alive, Upgrade",
                "foo",
                "closed",
                "''"
            })
    void whatIsUnderstoodOrMeansAnEndStays(String value) {
        Object headers = JdkHeaders.answer(NEW, "Connection", value);
        assertThat(ConnectionField.simplify(headers)).isNull();
        assertThat(Fields.last(headers, "Connection")).isEqualTo(value);
    }

    @Test
    void ofSeveralFieldsAnyMaySayClose() {
        Object headers = JdkHeaders.answer(NEW, "Connection", "close", "Connection", "keep-alive, foo");
        assertThat(ConnectionField.saysClose(headers)).isTrue();
        assertThat(ConnectionField.simplify(headers)).isNull();
        Object other = JdkHeaders.answer(NEW, "Connection", "foo", "Connection", "bar, keep-alive");
        assertThat(ConnectionField.saysClose(other)).isFalse();
        assertThat(ConnectionField.simplify(other)).isNotNull();
    }

    @Test
    void isUnderstoodWhereItSaysKeepAliveAloneOrNothing() {
        assertThat(ConnectionField.isUnderstood(JdkHeaders.answer(NEW))).isTrue();
        assertThat(ConnectionField.isUnderstood(JdkHeaders.answer(NEW, "connection", "Keep-Alive")))
                .isTrue();
        for (String value : new String[] {"close", "closed", "keep-alive, foo", ""}) {
            assertThat(ConnectionField.isUnderstood(JdkHeaders.answer(NEW, "Connection", value)))
                    .isFalse();
        }
        Object twice = JdkHeaders.answer(NEW, "Connection", "keep-alive", "Via", "a", "Connection", "close");
        assertThat(ConnectionField.isUnderstood(twice)).isFalse();
    }

    @Test
    void withoutAFieldThereIsNothingToShow() {
        assertThat(ConnectionField.simplify(JdkHeaders.answer(NEW, "Date", "today")))
                .isNull();
    }
}
