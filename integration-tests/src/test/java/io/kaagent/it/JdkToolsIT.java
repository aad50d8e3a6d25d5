package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent in JAVA_TOOL_OPTIONS reaches the JDK's own tools as well, whose output others parse. */
@OnEveryJdk
class JdkToolsIT {
    @Parameter
    Jdk jdk;

    @ParameterizedTest
    @ValueSource(strings = {"javac -version", "keytool -help", "jps -q"})
    void areLeftAlone(String commandLine) {
        List<String> command = new ArrayList<>(List.of(commandLine.split(" ")));
        command.set(0, jdk.tool(command.get(0)));
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + BuiltJar.path());
        FinishedJvm finished = RunningJvm.start(
                        command, environment, Path.of("").toAbsolutePath())
                .awaitExit();
        assertThat(finished.exit()).as("%s", finished).isZero();
        assertThat(finished.err()).anyMatch(line -> line.startsWith("Picked up JAVA_TOOL_OPTIONS"));
        assertThat(finished.err()).noneMatch(line -> line.startsWith("ka-agent"));
        assertThat(finished.out()).noneMatch(line -> line.contains("ka-agent"));
    }
}
