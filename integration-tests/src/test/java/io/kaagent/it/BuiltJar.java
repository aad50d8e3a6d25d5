package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The built agent. */
final class BuiltJar {
    private BuiltJar() {}

    static Path path() {
        Path jar = Path.of(System.getProperty("ka.it.agentJar", "../agent/target/ka-agent.jar"));
        assertThat(jar).as("the built agent").isRegularFile();
        return jar.toAbsolutePath().normalize();
    }

    /** What the agent says when it starts, and all that it says. */
    static String startLine() {
        return "ka-agent 0\\.1\\.0: pooling on, (\\d+) of \\1 seams, JDK \\S+, \\d+ ms";
    }
}
