package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.ImplAccept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryJdk
class ImplAcceptIT {
    @Parameter
    Jdk jdk;

    @Test
    void acceptsWithSocketsOfAllKindsAsWithoutTheAgent() {
        FinishedJvm plain = AgentJvm.on(jdk).run(ImplAccept.class);
        FinishedJvm finished = AgentJvm.on(jdk).agent().run(ImplAccept.class);
        assertThat(plain.out()).contains("new true true");
        assertThat(finished.out()).isEqualTo(plain.out());
        assertThat(finished.exit()).isZero();
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }
}
