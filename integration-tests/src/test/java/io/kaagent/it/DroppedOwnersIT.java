package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.dropped.DroppedOwners;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * An application's own object that is set on a socket or a connection, and refers to it: when both are dropped, in the midst of an answer,
 * the garbage collector finds them, as it does without the agent.
 */
@OnEveryJdkAtOnce
class DroppedOwnersIT {
    private static final int WAYS = 9;
    private static final String ANSWER = "body=2000";
    private static final String[] NOT_ON_8 = {"URL_AUTHENTICATOR: not on this JDK"};

    @Parameter
    Jdk jdk;

    @Test
    void areFoundWithoutTheAgent() {
        assertThat(foundBy(AgentJvm.on(jdk))).isEmpty();
    }

    @Test
    void areFoundWithIt() {
        List<String> said = foundBy(AgentJvm.on(jdk).agent("timeout=60000,log=off"));
        assertThat(said).singleElement().asString().matches(BuiltJar.startLine());
    }

    /** Where factories may share, and where they may not. Returns what was said besides. */
    private List<String> foundBy(AgentJvm jvm) {
        try (Site proved = ServerJvm.https();
                Site strict = ServerJvm.https()) {
            FinishedJvm finished = jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                    .property("ka.origin.127.0.0.1:" + strict.port() + ".tlsIdentity", "strict")
                    .run(DroppedOwners.class, proved.url(ANSWER), strict.url(ANSWER));
            assertThat(finished.exit()).isZero();
            assertThat(finished.out())
                    .hasSize(2 * WAYS)
                    .allMatch(line -> line.endsWith(": 5 of 5") || line.endsWith(": not on this JDK"));
            assertThat(finished.out())
                    .filteredOn(line -> line.endsWith("not on this JDK"))
                    .containsOnly(jdk.isAtLeast(9) ? new String[0] : NOT_ON_8);
            return finished.err();
        }
    }
}
