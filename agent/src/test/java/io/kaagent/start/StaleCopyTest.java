package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StaleCopyTest {
    /** The classes under test are in a directory. */
    @Test
    void saysNothingWhereItCannotTell() {
        assertThat(StaleCopy.notice()).isNull();
    }
}
