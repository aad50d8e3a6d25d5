package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CloseHabitTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void knowsNothingAtFirst() {
        assertThat(CloseHabit.UNKNOWN.isKnown()).isFalse();
        assertThat(CloseHabit.UNKNOWN.knowsUnknownLength()).isFalse();
        assertThat(CloseHabit.UNKNOWN.chunks()).isFalse();
    }

    @Test
    void learnsOfAnAnswerOfKnownLengthOnlyItsFields() {
        CloseHabit habit = learned(OK + "Content-Length: 5\r\nConnection: close\r\n\r\n");
        assertThat(habit.isKnown()).isTrue();
        assertThat(habit.knowsUnknownLength()).isFalse();
        assertThat(habit.line()).isEqualTo(Fed.bytes("Connection: close"));
        assertThat(habit.preceding()[0]).isEqualTo(Fed.bytes("content-length"));
    }

    @Test
    void learnsThatAnswersOfUnknownLengthAreChunkedAllTheSame() {
        CloseHabit habit = learned(OK + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(habit.knowsUnknownLength()).isTrue();
        assertThat(habit.chunks()).isTrue();
    }

    @Test
    void learnsThatAnswersOfUnknownLengthEndWithTheConnection() {
        CloseHabit habit = learned(OK + "Connection: close\r\n\r\n");
        assertThat(habit.knowsUnknownLength()).isTrue();
        assertThat(habit.chunks()).isFalse();
    }

    @Test
    void keepsWhatAnAnswerOfKnownLengthDoesNotTell() {
        CloseHabit habit = learn(
                learned(OK + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"),
                OK + "Content-Length: 5\r\n\r\n");
        assertThat(habit.knowsUnknownLength()).isTrue();
        assertThat(habit.chunks()).isTrue();
        assertThat(habit.line()).isNull();
        assertThat(learn(habit, OK + "\r\n").chunks()).isFalse();
    }

    @Test
    void takesTheFieldThatSaysCloseOfSeveral() {
        assertThat(new String(
                        learned(OK + "Connection: x\r\nConnection: y , CLOSE\r\n\r\n")
                                .line(),
                        StandardCharsets.ISO_8859_1))
                .isEqualTo("Connection: y , CLOSE");
    }

    @Test
    void remembersNoVeryLongLine() {
        assertThat(learned(OK + "Connection: close" + ", x".repeat(100) + "\r\n\r\n")
                        .line())
                .isEqualTo(Fed.bytes("Connection: close"));
    }

    static CloseHabit learned(String head) {
        return learn(CloseHabit.UNKNOWN, head);
    }

    private static CloseHabit learn(CloseHabit habit, String head) {
        ResponseFraming framing = new ResponseFraming();
        framing.begin(false);
        assertThat(framing.consume(Fed.bytes(head), 0, head.length())).isEqualTo(head.length());
        return habit.learn(Fed.bytes(head), 0, head.length(), framing);
    }
}
