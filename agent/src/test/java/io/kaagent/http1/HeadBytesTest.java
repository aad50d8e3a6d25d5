package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeadBytesTest {
    private final HeadBytes bytes = new HeadBytes();

    @Test
    void takesBytesAtTheEnd() {
        assertThat(bytes.append(Fed.bytes("?ab?"), 1, 3)).isTrue();
        assertThat(bytes.append(Fed.bytes("cd"), 0, 2)).isTrue();
        assertThat(KeepAliveRequestTest.text(bytes)).isEqualTo("abcd");
    }

    @Test
    void refusesMoreThanItTakesAndStaysAsItWas() {
        byte[] most = new byte[HeadBytes.MOST];
        assertThat(bytes.append(most, 0, HeadBytes.MOST - 1)).isTrue();
        assertThat(bytes.append(most, 0, 2)).isFalse();
        assertThat(bytes.length()).isEqualTo(HeadBytes.MOST - 1);
        assertThat(bytes.append(most, 0, 1)).isTrue();
        assertThat(bytes.append(most, 0, 1)).isFalse();
        assertThat(bytes.length()).isEqualTo(HeadBytes.MOST);
    }

    @Test
    void cutsAndClearsWithoutAnotherArray() {
        bytes.append(Fed.bytes("abcd"), 0, 4);
        byte[] array = bytes.array();
        bytes.cut(2);
        bytes.append(Fed.bytes("x"), 0, 1);
        assertThat(KeepAliveRequestTest.text(bytes)).isEqualTo("abx");
        bytes.clear();
        assertThat(bytes.length()).isZero();
        assertThat(bytes.array()).isSameAs(array);
    }

    @Test
    void refusesToCutWhatIsNotThere() {
        assertThatThrownBy(() -> bytes.cut(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.cut(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
