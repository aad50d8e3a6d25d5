package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import io.kaagent.it.child.Finish;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Observed, left alone, observed again and pooled at last: each time it is done once, and nobody but the first one pools. */
@OnEveryJdkAtOnce
class ObserveTwiceIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void oneComesAfterTheOther() throws Exception {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).client();
            client.tell("threads"); // it has come to its main
            attach(client, "mode=observe");
            requests(client, site, 10);
            assertThat(observed(client)).isEqualTo(10);
            attach(client, "mode=observe");
            requests(client, site, 7);
            assertThat(observed(client)).isEqualTo(7);
            attach(client, "enabled=false");
            requests(client, site, 5);
            assertThat(site.tally().accepted()).isEqualTo(10 + 7 + 5);
            attach(client, "");
            requests(client, site, 9);
            assertThat(site.tally().accepted()).isEqualTo(10 + 7 + 5 + 1);
            attach(client, "mode=observe");
            requests(client, site, 9);
            assertThat(client.tell("pool").number("requests")).isEqualTo(9 + 9);
            assertThat(site.tally().accepted()).isEqualTo(10 + 7 + 5 + 1);
            List<String> said = client.finish().err().stream()
                    .filter(line -> line.startsWith("ka-agent"))
                    .toList();
            assertThat(said).hasSize(6);
            assertThat(said.get(0)).startsWith("ka-agent 0.1.0: observing, nothing is pooled, ");
            assertThat(said.get(1)).isEqualTo("ka-agent 0.1.0: observing has ended");
            assertThat(said.get(2)).startsWith("ka-agent 0.1.0: observing, nothing is pooled, ");
            assertThat(said.get(3)).isEqualTo("ka-agent 0.1.0: observing has ended");
            assertThat(said.get(4)).matches(BuiltJar.startLine());
            assertThat(said.get(5))
                    .startsWith(
                            "ka-agent WARN given twice; the first one runs, this one (with the arguments mode=observe)");
        }
    }

    /** Which has woven a class that is woven here both times: up to JDK 20 it is seen to when others are retransformed. */
    @Test
    void anotherAgentIsThereAsWell() throws Exception {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk)
                    .option("-javaagent:" + OtherAgentIT.jar(directory))
                    .client();
            client.tell("threads");
            attach(client, "mode=observe");
            requests(client, site, 4);
            assertThat(observed(client)).isEqualTo(4);
            attach(client, "maxSockets=1,acquireTimeout=2000");
            int before = site.tally().accepted();
            requests(client, site, 4);
            assertThat(client.load(Ask.of(site, "body=10").with("raw", true), 1, 6))
                    .isEqualTo(Loaded.allRight(6));
            assertThat(client.tell("pool").number("requests")).isEqualTo(4 + 6);
            assertThat(site.tally().accepted() - before).isLessThanOrEqualTo(1 + 2);
            client.finish();
        }
    }

    private static void requests(ClientJvm client, Site site, int number) {
        assertThat(client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, number))
                .isEqualTo(Loaded.allRight(number));
    }

    private int observed(ClientJvm client) {
        String state = AgentCommand.on(jdk).says("status", client.jvm().pid(), "--json");
        return (int) AgentState.of(state).total().number("opened");
    }

    private static void attach(ClientJvm client, String argument) throws Exception {
        VirtualMachine machine =
                VirtualMachine.attach(String.valueOf(client.jvm().pid()));
        try {
            machine.loadAgent(BuiltJar.path().toString(), argument);
        } catch (AgentLoadException e) {
            // JDK 8 answers with the bare code of success, which later releases take for an error.
            assertThat(e.getMessage()).isEqualTo("0");
        } finally {
            machine.detach();
        }
    }
}
