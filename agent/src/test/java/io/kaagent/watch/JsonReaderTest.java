package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what the agent writes. */
class JsonReaderTest {
    @Test
    void readsEveryKindOfValueInItsOrder() {
        JsonText json = new JsonText().open('{');
        json.key("text").value("a").key("count").value(-5).key("share").value(99.5);
        json.key("yes").value(true).key("no").value(false).key("none").value((String) null);
        json.key("empty")
                .open('{')
                .close('}')
                .key("list")
                .open('[')
                .value(1)
                .value("b")
                .close(']');
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("text", "a");
        expected.put("count", -5L);
        expected.put("share", 99.5);
        expected.put("yes", true);
        expected.put("no", false);
        expected.put("none", null);
        expected.put("empty", new LinkedHashMap<>());
        expected.put("list", Arrays.asList(1L, "b"));
        Object read = JsonReader.read(json.close('}').toString());
        assertThat(read).isEqualTo(expected);
        assertThat(((Map<?, ?>) read).keySet().toArray())
                .containsExactly(expected.keySet().toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b\\c", "\n\t\0\u007f", "äöü€", "\ud83d\ude00 \ud800"})
    void anyTextComesBackAsItWas(String text) {
        String json = new JsonText().value(text).toString();
        assertThat(json).matches("[ -~]*");
        assertThat(JsonReader.read(json)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[1", "[1 2]", "{\"a\"}", "{\"a\":1}x", "\"a", "\"\\u12", "nil", "-", "1e5", "[1,]"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read(text));
    }
}
