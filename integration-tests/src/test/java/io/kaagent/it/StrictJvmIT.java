package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** JVMs that look closer. */
@OnEveryJdk
class StrictJvmIT {
    @Parameter
    Jdk jdk;

    @Test
    void theWovenClassesPassTheVerifier() {
        List<String> out = run(AgentJvm.on(jdk)
                .agent()
                .option("-XX:+UnlockDiagnosticVMOptions")
                .option("-XX:+BytecodeVerificationLocal")
                .option("-XX:+BytecodeVerificationRemote"));
        assertThat(out).containsExactly("hello", "connection 1, connection 1");
    }

    @Test
    void theJniCheckerHasNothingToAddToWhatItSaysOfThePlainJdk() {
        List<String> plain = run(AgentJvm.on(jdk).option("-Xcheck:jni"));
        List<String> withAgent = run(AgentJvm.on(jdk).agent().option("-Xcheck:jni"));
        assertThat(warnings(withAgent)).isEqualTo(warnings(plain));
    }

    private static List<String> run(AgentJvm jvm) {
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = jvm.run(Hello.class, site.url("body=10"));
            assertThat(finished.exit()).isZero();
            return finished.out();
        }
    }

    private static List<String> warnings(List<String> out) {
        return out.stream().filter(line -> line.startsWith("WARNING")).toList();
    }
}
