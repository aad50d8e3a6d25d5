package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** However the agent is given, it works, says one line on standard error, and leaves standard output to the application. */
@OnEveryJdk
class StartLineIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void oneLineIsAllThatIsSaid() {
        assertWorks(AgentJvm.on(jdk).agent());
    }

    @Test
    void aPathWithSpacesIsFine() throws Exception {
        Path spaced = Files.createDirectory(directory.resolve("my own agents"));
        assertWorks(AgentJvm.on(jdk).agent(Files.copy(BuiltJar.path(), spaced.resolve("ka-agent.jar")), ""));
    }

    @Test
    void aSymbolicLinkIsFine() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("linked.jar"), BuiltJar.path());
        assertWorks(AgentJvm.on(jdk).agent(link, ""));
        Files.delete(link);
    }

    @Test
    void aRenamedJarIsFineAndTheLineRemarksOnIt() throws Exception {
        Path renamed = Files.copy(BuiltJar.path(), directory.resolve("renamed-1.0.jar"));
        String remark = " \\(.*renamed-1\\.0\\.jar.*\\)";
        assertWorks(AgentJvm.on(jdk).agent(renamed, ""), FinishedJvm.SHARING, BuiltJar.startLine() + remark);
    }

    @Test
    void aRelativePathIsFine() throws Exception {
        Files.copy(BuiltJar.path(), directory.resolve("ka-agent.jar"));
        assertWorks(AgentJvm.on(jdk).in(directory).agent(Path.of("ka-agent.jar"), ""));
    }

    @Test
    void javaToolOptionsAreFine() {
        assertWorks(AgentJvm.on(jdk).environment("JAVA_TOOL_OPTIONS", "-javaagent:" + BuiltJar.path()));
    }

    private static void assertWorks(AgentJvm jvm) {
        assertWorks(jvm, "Picked up JAVA_TOOL_OPTIONS", BuiltJar.startLine());
    }

    /** @param jvmLine what the JVM itself may say, and where depends on the JDK */
    private static void assertWorks(AgentJvm jvm, String jvmLine, String startLine) {
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = jvm.run(Hello.class, site.url("body=10"));
            assertThat(String.join("\n", finished.errWithout(jvmLine))).matches(startLine);
            assertThat(finished.outWithout(jvmLine)).containsExactly("hello", "connection 1, connection 1");
            assertThat(finished.exit()).isZero();
        }
    }
}
