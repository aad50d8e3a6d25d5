package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kaagent.it.child.dropped.ClosedSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A TLS socket has a finalizer up to JDK 17, which closes what the application has not closed, and keeps all of the socket until then.
 * One that is closed has none with the agent; one that is left open has.
 */
@OnEveryJdkAtOnce
class ClosedTlsSocketsIT {
    private static final String[] ALL = {"connected: 20 of 20", "layered: 20 of 20", "left open: 20 of 20"};
    private static final String[] CLOSED = {"connected: 20 of 20", "layered: 20 of 20", "left open: 0 of 20"};
    private static final String[] CONNECTED = {"connected: 20 of 20", "layered: 0 of 20", "left open: 0 of 20"};
    private static final String[] NONE = {"connected: 0 of 20", "layered: 0 of 20", "left open: 0 of 20"};

    @Parameter
    Jdk jdk;

    @Test
    void areFreedWithoutAWordOfTheFinalizerThread() {
        assertFreed(withAgent(), freed());
    }

    /** Each has a way of its own with finalizers, and the JDK's assertions see to what it relies on. JDK 8 has no ZGC. */
    @Test
    void areFreedByOtherCollectors() {
        assumeFalse(jdk.isAtLeast(18), "TLS sockets have no finalizers in " + jdk);
        for (String collector : new String[] {"UseG1GC", "UseZGC"}) {
            AgentJvm jvm = withAgent()
                    .options("-esa", "-XX:-UseSerialGC", "-XX:+UnlockExperimentalVMOptions")
                    .options("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+" + collector);
            assertFreed(jvm, freed());
        }
    }

    @Test
    void waitForItWithoutTheAgent() {
        assertFreed(AgentJvm.on(jdk), jdk.isAtLeast(18) ? ALL : NONE);
    }

    private AgentJvm withAgent() {
        return AgentJvm.on(jdk).agent("timeout=60000");
    }

    /** On JDK 8 the impl of a layered socket, which nobody uses, has a finalizer too. */
    private String[] freed() {
        String[] finalized = jdk.isAtLeast(9) ? CLOSED : CONNECTED;
        return jdk.isAtLeast(18) ? ALL : finalized;
    }

    private static void assertFreed(AgentJvm jvm, String... freed) {
        try (Site site = ServerJvm.https()) {
            FinishedJvm finished = jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                    .run(ClosedSockets.class, site.url("obeys&body=10"));
            assertThat(finished.exit()).isZero();
            assertThat(finished.out()).containsExactly(freed);
        }
    }
}
