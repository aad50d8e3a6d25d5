package io.kaagent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The connects of the JDK's own clients on this thread. */
class JdkConnectsTest {
    @Test
    void whoHasObservedEndsNoneOfPooling() {
        JdkConnects.begin();
        ObserveHooks.jdkConnects();
        ObserveHooks.jdkConnected(); // woven once, it is called for good
        assertThat(JdkConnects.isWithin()).isTrue();
        JdkConnects.end();
        assertThat(JdkConnects.isWithin()).isFalse();
    }
}
