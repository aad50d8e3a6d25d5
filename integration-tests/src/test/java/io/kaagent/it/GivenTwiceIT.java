package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryJdk
class GivenTwiceIT {
    @Parameter
    Jdk jdk;

    @Test
    void worksOnceAndSaysSo() {
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = AgentJvm.on(jdk)
                    .agent("maxSockets=1")
                    .agent("maxSockets=1")
                    .run(Hello.class, site.url("body=10"), site.url("body=10&close"), site.url("body=10"));
            assertThat(finished.out())
                    .containsExactly(
                            "hello",
                            "connection 1, connection 1",
                            "connection 1, connection 2",
                            "connection 3, connection 3");
            List<String> said = finished.err();
            assertThat(said).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("ka-agent"));
            assertThat(said.get(0)).matches(BuiltJar.startLine());
            assertThat(said.get(1)).containsPattern("(?i)already|twice|second");
        }
    }
}
