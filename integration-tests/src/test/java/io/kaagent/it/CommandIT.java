package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** {@code java -jar ka-agent.jar}. */
@OnEveryJdk
class CommandIT {
    @Parameter
    Jdk jdk;

    @Test
    void saysHowToUseTheAgent() throws Exception {
        assertThat(run(0)).contains("-javaagent:ka-agent.jar", "attach PID", "enabled=false");
    }

    @Test
    void namesTheVersionOfTheManifest() throws Exception {
        try (JarFile jar = new JarFile(BuiltJar.path().toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            assertThat(run(0, "version")).isEqualTo("ka-agent " + version + "\n");
        }
    }

    @Test
    void doesNotGuessWhatIsMeant() throws Exception {
        assertThat(run(2, "atach", "1")).startsWith("ka-agent: not understood");
    }

    @Test
    void attachesToARunningApplication() throws Exception {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).client();
            assertThat(run(0, "attach", String.valueOf(client.jvm().pid()), "maxSockets=3"))
                    .contains("attached to " + client.jvm().pid());
            assertThat(client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 5, 200))
                    .isEqualTo(Loaded.allRight(200));
            assertThat(site.tally().mostOpen()).isLessThanOrEqualTo(3);
            client.finish();
        }
    }

    @Test
    void saysWhyItCouldNotAttach() throws Exception {
        assertThat(run(1, "attach", "999999999")).contains("could not attach to 999999999", "same user");
    }

    private String run(int exit, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(jdk.tool("java"), "-jar", BuiltJar.path().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        return said;
    }
}
