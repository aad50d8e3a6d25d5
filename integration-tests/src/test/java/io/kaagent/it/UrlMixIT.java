package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.mix.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * All that applications do with {@code HttpURLConnection}, at random, at servers that misbehave at random: with the agent they see what they saw
 * without. {@code ka.it.mixRequests} asks for more requests, {@code ka.it.mixSeed} for those of a run that is to be seen again.
 */
@OnEveryJdkAtOnce
class UrlMixIT {
    private static final int REQUESTS = Integer.getInteger("ka.it.mixRequests", 400);

    /** Such as {@code maxSockets=200}: what is dropped has its place until it is collected. */
    private static final String OPTIONS = System.getProperty("ka.it.mixOptions", "");

    @Parameter
    Jdk jdk;

    @TempDir
    private Path directory;

    @Test
    void applicationsSeeWhatTheySawWithoutTheAgentAndServersGetNoRequestMoreOften() throws IOException {
        try (Mix mix = new Mix("ka.it.mixSeed")) {
            MixRun usual = run(mix, AgentJvm.on(jdk).optimizingFor(REQUESTS));
            MixRun alone = run(mix, AgentJvm.on(jdk).optimizingFor(REQUESTS).property("http.keepAlive", false));
            MixRun agent = run(mix, AgentJvm.on(jdk).optimizingFor(REQUESTS).agent(OPTIONS));
            String what = REQUESTS + " requests of -Dka.it.mixSeed=" + mix.seed() + " on " + jdk;
            System.out.println(what + ": " + usual + "; without keep-alive " + alone + "; with the agent " + agent);
            assertThat(new MixComparison(usual, alone, agent).complaints())
                    .as(what)
                    .isEmpty();
            assertThat(usual.wrong() + alone.wrong() + agent.wrong())
                    .as("came to the server otherwise than sent, in " + what)
                    .isEmpty();
        }
    }

    private MixRun run(Mix mix, AgentJvm jvm) throws IOException {
        Kept kept = jdk.isAtLeast(9) ? Mix.kept(jdk) : Kept.ALL;
        return mix.run(jvm, kept, REQUESTS, Files.createTempDirectory(directory, "run"));
    }
}
