package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.EachKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** JaCoCo beside the agent: the coverage of an application is what it is without, branch by branch, and its clients are pooled. */
@OnEveryJdkAtOnce
class JacocoIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void coversTheSameBeforeAndAfterwards() throws IOException {
        Path alone = directory.resolve("alone.exec");
        FinishedJvm plain = KindsOfClients.run(jacoco(AgentJvm.on(jdk), alone));
        assertThat(plain).isEqualTo(new FinishedJvm(0, KindsOfClients.ALONE, List.of()));
        Map<String, String> covered = covered(alone);
        assertThat(covered.get(EachKind.class.getName().replace('.', '/'))).contains("true");

        Path before = directory.resolve("before.exec");
        assertPooled(KindsOfClients.run(jacoco(AgentJvm.on(jdk), before).agent()));
        assertThat(covered(before)).isEqualTo(covered);

        Path afterwards = directory.resolve("afterwards.exec");
        assertPooled(KindsOfClients.run(jacoco(AgentJvm.on(jdk).agent(), afterwards)));
        assertThat(covered(afterwards)).isEqualTo(covered);
    }

    private static AgentJvm jacoco(AgentJvm jvm, Path file) {
        return jvm.option("-javaagent:" + Library.JACOCO.jar() + "=destfile=" + file);
    }

    private static void assertPooled(FinishedJvm finished) {
        assertThat(finished.out()).isEqualTo(KindsOfClients.POOLED);
        assertThat(finished.exit()).isZero();
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }

    /** For each class which of its probes were passed; nothing of the agent is among them. */
    private static Map<String, String> covered(Path file) throws IOException {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(file.toFile());
        Map<String, String> covered = new TreeMap<>();
        for (ExecutionData data : loader.getExecutionDataStore().getContents()) {
            if (data.getName().startsWith("io/kaagent/")) {
                covered.put(data.getName(), Arrays.toString(data.getProbes()));
            }
        }
        return covered;
    }
}
