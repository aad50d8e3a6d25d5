package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnabledCopyTest {
    private final List<String> list = new ArrayList<>(List.of("one", "other"));
    private final EnabledCopy copy = new EnabledCopy(list, list.toArray());

    @Test
    void isOfThatVeryList() {
        assertThat(copy.isOf(list)).isTrue();
        assertThat(copy.isOf(new ArrayList<>(list))).isFalse();
        assertThat(copy.isOf(null)).isFalse();
        assertThat(copy.values()).containsExactly("one", "other");
    }

    @Test
    void isNotOfOneThatHasOthersInIt() {
        list.set(1, "another");
        assertThat(copy.isOf(list)).isFalse();
    }

    @Test
    void isNotOfOneThatHasBecomeLonger() {
        list.add("more");
        assertThat(copy.isOf(list)).isFalse();
    }
}
