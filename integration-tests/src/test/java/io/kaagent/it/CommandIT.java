package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Finish;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** {@code java -jar ka-agent.jar}, whose attaching is done by a Java of another release than the application's. */
@OnEveryJdkAtOnce
class CommandIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void saysHowToUseTheAgent() {
        assertThat(String.join("\n", AgentCommand.on(jdk).shows()))
                .contains(
                        "-javaagent:ka-agent.jar",
                        "attach PID",
                        "status PID",
                        "top PID",
                        "report PID FILE",
                        "enabled=false");
    }

    @Test
    void namesTheVersionOfTheManifest() throws Exception {
        try (JarFile jar = new JarFile(BuiltJar.path().toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            assertThat(AgentCommand.on(jdk).says("version")).isEqualTo("ka-agent " + version);
        }
    }

    @Test
    void doesNotGuessWhatIsMeant() {
        assertThat(AgentCommand.on(jdk).refuses(2, "atach", 1)).startsWith("ka-agent: not understood: atach");
        assertThat(AgentCommand.on(jdk).refuses(2, "status", "app")).startsWith("ka-agent: not understood: app ");
        assertThat(AgentCommand.on(jdk).refuses(2, "report", 1))
                .startsWith("ka-agent: not understood: report needs the file to write");
    }

    @Test
    void triesTheAgentOnItsOwnJdk() {
        assertThat(AgentCommand.on(jdk).shows("selftest"))
                .contains("  ok     HttpURLConnection: 10 of 10 requests came, on 1 connection")
                .contains("  ok     raw Socket: 10 of 10 requests came, on 2 connections")
                .endsWith("The agent works on this JDK.");
    }

    @Test
    void attachesToARunningApplication() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).client();
            long pid = pidOf(client);
            assertThat(command().refuses(1, "status", pid))
                    .isEqualTo("ka-agent: " + pid + " runs without the agent; \"attach " + pid
                            + "\" pools its connections");
            assertThat(command().says("attach", pid, "maxSockets=3")).contains("attached to " + pid);
            assertThat(client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 5, 200))
                    .isEqualTo(Loaded.allRight(200));
            assertThat(site.tally().mostOpen()).isLessThanOrEqualTo(3);
            assertThat(command().says("status", pid)).contains("options: maxSockets=3\n");
            client.finish();
        }
    }

    @Test
    void looksAtAProcessBeforeItTouchesIt() throws Exception {
        assertThat(command().refuses(1, "attach", 999999999)).startsWith("ka-agent: there is no process 999999999");
        assertThat(command().refuses(1, "report", 999999999, directory))
                .isEqualTo("ka-agent: " + directory + " can't be written: that is a directory");
        RunningJvm sleep =
                RunningJvm.start(List.of("sleep", "60"), Map.of(), Path.of("").toAbsolutePath());
        assertThat(command().refuses(1, "status", sleep.pid())).contains(sleep.pid() + " is not a Java process");
        assertThat(new ProcessBuilder("kill", "-STOP", String.valueOf(sleep.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(command().refuses(1, "status", sleep.pid())).contains(sleep.pid() + " is stopped");
        sleep.kill();
    }

    @Test
    void doesNotDisturbAnApplicationThatLetsNobodyAttach() {
        ClientJvm client =
                AgentJvm.on(jdk).option("-XX:+DisableAttachMechanism").client();
        assertThat(command().refuses(1, "attach", pidOf(client))).contains("-XX:+DisableAttachMechanism");
        client.close(); // which has printed nothing, its threads for one
    }

    @Test
    void doesNotEndAnApplicationThatHandlesNoSignals() {
        ClientJvm client = AgentJvm.on(jdk).option("-Xrs").client();
        assertThat(command().refuses(1, "status", pidOf(client))).contains("-Xrs");
        client.close();
    }

    @Test
    void asksAnApplicationThatLetsNoAgentIn() {
        assumeTrue(jdk.isAtLeast(9), "JDK 8 lets all in");
        ClientJvm without =
                AgentJvm.on(jdk).option("-XX:-EnableDynamicAgentLoading").client();
        assertThat(command().refuses(1, "attach", pidOf(without))).contains("-XX:+EnableDynamicAgentLoading");
        without.close();
        try (ClientJvm with = AgentJvm.on(jdk)
                .option("-XX:-EnableDynamicAgentLoading")
                .agent()
                .client()) {
            assertThat(command().says("status", pidOf(with))).contains("no request so far");
        }
    }

    @Test
    void saysThatItNeedsAJdk() {
        assumeTrue(jdk.isAtLeast(9), "JDK 8 has no modules to leave out");
        AgentCommand onJre = AgentCommand.on(jdk, "--limit-modules", "java.instrument,java.management");
        assertThat(onJre.refuses(1, "list")).contains("is a JRE, not a JDK");
    }

    @Test
    void tellsAnAgentThatIsSwitchedOffFromNone() {
        ClientJvm client =
                AgentJvm.on(jdk).agent().property("ka.enabled", false).client();
        assertThat(command().refuses(1, "status", pidOf(client)))
                .contains(BuiltJar.path() + ", version 0.1.0", "ka.enabled=false");
        assertThat(client.finish().err()).isEmpty();
    }

    @Test
    void understandsAnotherVersionAndSaysBoth() throws Exception {
        Path old = directory.resolve("ka-agent.jar");
        OldCopy.write(old);
        ClientJvm client = AgentJvm.on(jdk).agent(old, "").client();
        assertThat(command().says("status", pidOf(client)))
                .contains(": ka-agent " + OldCopy.VERSION + " (this command is 0.1.0), JDK ");
        client.finish();
    }

    /** Once it has come to its main: a JVM that has just started can't be asked. */
    private static long pidOf(ClientJvm client) {
        client.tell("threads");
        return client.jvm().pid();
    }

    private AgentCommand command() {
        return AgentCommand.notOn(jdk);
    }
}
