package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.OtherAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** An agent that weaves a class that is woven here as well: each does it once, and neither undoes the other's. */
@OnEveryJdk
class OtherAgentIT {
    private static final String ONCE = "Socket.javb";

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    private Path other;

    @BeforeEach
    void writeJar() throws IOException {
        other = directory.resolve("other.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", OtherAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream file = Files.newOutputStream(other)) {
            new JarOutputStream(file, manifest).close();
        }
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

    private static void assertBothWeave(AgentJvm jvm) {
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = jvm.run(OtherAgent.class, "plain", site.url("body=10"));
            assertThat(finished.err()).hasSize(1).first().asString().matches(BuiltJar.startLine());
            assertThat(finished.out()).containsExactly("connection 1", "connection 1", "connection 1", ONCE);
        }
    }
}
