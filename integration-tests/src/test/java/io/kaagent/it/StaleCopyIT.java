package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The manifest puts a file called ka-agent.jar on the boot path: a renamed copy may find an old one beside it. */
@OnEveryJdk
class StaleCopyIT {
    private static final String VERSION = "0.1.0";

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void isNoticedAndTheApplicationRuns() throws IOException {
        Path renamed = Files.copy(BuiltJar.path(), directory.resolve("ka-agent-new.jar"));
        OldCopy.write(directory.resolve("ka-agent.jar"));
        FinishedJvm finished = AgentJvm.on(jdk).agent(renamed, "").run(Hello.class);
        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).contains("hello");
        assertThat(finished.err())
                .anySatisfy(line -> assertThat(line).startsWith("ka-agent").contains(OldCopy.VERSION, VERSION));
    }
}
