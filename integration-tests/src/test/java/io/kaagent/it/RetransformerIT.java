package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Retransformer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** An agent that weaves all the classes that are woven here does so exactly once, or as long as it is there, and each kind of client stays pooled. */
@OnEveryJdkAtOnce
class RetransformerIT {
    private static final String NEVER =
            "connect: The address can't be null, Illegal character(s) in message header field: a:b";
    private static final String ONCE =
            "connect: The address can't be nulm, Illegal character(s) in message header fiele: a:b";

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    private Path other;

    @BeforeEach
    void writeJar() throws IOException {
        other = OtherAgentIT.jar(directory, Retransformer.class);
    }

    @Test
    void startedBefore() {
        assertWeaves(AgentJvm.on(jdk).agent(other, "loaded").agent(), ONCE);
    }

    @Test
    void startedAfterwards() {
        assertWeaves(AgentJvm.on(jdk).agent().agent(other, "at once"), ONCE);
    }

    /** With requests before, between and after. */
    @Test
    void comesLaterAndGoesAgain() {
        AgentJvm before = AgentJvm.on(jdk).agent(other, "later").agent();
        assertWeaves(before.property("later", true), NEVER, ONCE, NEVER);
    }

    private static void assertWeaves(AgentJvm jvm, String... messages) {
        FinishedJvm finished = KindsOfClients.run(jvm, Retransformer.class);
        List<String> expected = new ArrayList<>();
        for (String message : messages) {
            expected.addAll(KindsOfClients.POOLED);
            expected.add(message);
        }
        assertThat(finished.out()).isEqualTo(expected);
        assertThat(finished.exit()).isZero();
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }
}
