package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The agent comes into an application that has been running for a while. */
@OnEveryJdk
class LateAttachIT {
    @Parameter
    Jdk jdk;

    @Test
    void connectionsInUseGoOnAndNewRequestsArePooled() throws Exception {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).client();
            client.exchange(Ask.of(site, "body=10"));
            client.open("busy", "response", Ask.of(site, "body=100000"));
            assertThat(client.outcome("busy").failure()).isEmpty();
            attach(client);
            client.end("busy", "response", Finish.DISCONNECT);
            assertThat(client.outcome("busy").right()).isTrue();
            int before = site.tally().accepted();
            assertThat(client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, 200))
                    .isEqualTo(Loaded.allRight(200));
            assertThat(site.tally().accepted() - before).isLessThanOrEqualTo(2);
            FinishedJvm finished = client.finish();
            assertThat(finished.exit()).isZero();
            assertThat(finished.errWithout("WARNING: "))
                    .filteredOn(line -> !line.contains(FinishedJvm.SHARING))
                    .singleElement()
                    .asString()
                    .matches(BuiltJar.startLine());
        }
    }

    static void attach(ClientJvm client) throws Exception {
        VirtualMachine machine =
                VirtualMachine.attach(String.valueOf(client.jvm().pid()));
        try {
            machine.loadAgent(BuiltJar.path().toString(), "");
        } catch (AgentLoadException e) {
            // JDK 8 answers with the bare code of success, which later releases take for an error.
            assertThat(e.getMessage()).isEqualTo("0");
        } finally {
            machine.detach();
        }
    }
}
