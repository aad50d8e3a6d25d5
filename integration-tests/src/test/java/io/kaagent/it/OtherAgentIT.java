package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.OtherAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** An agent that weaves a class that is woven here as well: each does it once, and neither undoes the other's. */
@OnEveryJdk
class OtherAgentIT {
    private static final String NEVER = "Socket.java";
    private static final String ONCE = "Socket.javb";
    private static final List<String> ANSWERS = List.of("connection 1", "connection 1", "connection 1");

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    private Path other;

    @BeforeEach
    void writeJar() throws IOException {
        other = jar(directory);
    }

    /** Of the other agent. */
    static Path jar(Path directory) throws IOException {
        return jar(directory, OtherAgent.class);
    }

    /** Without the class, which is on the class path. */
    static Path jar(Path directory, Class<?> agent) throws IOException {
        Path other = directory.resolve("other.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", agent.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream file = Files.newOutputStream(other)) {
            new JarOutputStream(file, manifest).close();
        }
        return other;
    }

    @Test
    void startedBefore() {
        assertBothWeave(AgentJvm.on(jdk).option("-javaagent:" + other).agent());
    }

    @Test
    void startedBeforeAndLoadsTheClassItself() {
        assertBothWeave(
                AgentJvm.on(jdk).option("-javaagent:" + other + "=retransform").agent());
    }

    @Test
    void startedAfterwards() {
        assertBothWeave(AgentJvm.on(jdk).agent().option("-javaagent:" + other + "=retransform"));
    }

    /** What it had changed is undone by any retransformation; up to JDK 17 what is woven here would be, too. */
    @Test
    void startedBeforeAndGoneWhenTheClassIsRetransformed() {
        AgentJvm jvm = AgentJvm.on(jdk).option("-javaagent:" + other + "=once").agent();
        assertWeave(jvm, Stream.of(ANSWERS, ANSWERS).flatMap(List::stream).toList(), NEVER);
    }

    private static void assertBothWeave(AgentJvm jvm) {
        assertWeave(jvm, ANSWERS, ONCE);
    }

    private static void assertWeave(AgentJvm jvm, List<String> answers, String file) {
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = jvm.run(OtherAgent.class, "plain", site.url("body=10"));
            assertThat(finished.err()).hasSize(1).first().asString().matches(BuiltJar.startLine());
            assertThat(finished.out())
                    .startsWith(answers.toArray(new String[0]))
                    .hasSize(answers.size() + 1);
            assertThat(finished.out()).last().isEqualTo(file);
        }
    }
}
