package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** JVMs that look closer, or forbid more: each kind of client is pooled there, and nothing is said that a plain JVM does not say. */
@OnEveryJdkAtOnce
class StrictJvmIT {
    @Parameter
    Jdk jdk;

    @Test
    void theJniCheckerHasNothingToAddToWhatItSaysOfThePlainJdk() {
        List<String> plain =
                KindsOfClients.run(AgentJvm.on(jdk).option("-Xcheck:jni")).out();
        FinishedJvm withAgent = KindsOfClients.run(AgentJvm.on(jdk).agent().option("-Xcheck:jni"));
        assertThat(plain).containsAll(KindsOfClients.ALONE);
        assertThat(withAgent.out()).containsAll(KindsOfClients.POOLED);
        assertThat(warnings(withAgent.out())).isEqualTo(warnings(plain));
        assertThat(String.join("\n", withAgent.err())).matches(BuiltJar.startLine());
    }

    /** Neither what it must not do there is done, nor is anything missing without it. */
    @Test
    void nothingIsNeededThatCanBeForbidden() {
        assertPooled(forbidding());
    }

    private String[] forbidding() {
        List<String> options = new ArrayList<>(List.of("-Xverify:all"));
        if (jdk.isAtLeast(9) && !jdk.isAtLeast(17)) {
            options.add("--illegal-access=deny"); // as 17 and later always do
        }
        if (jdk.isAtLeast(18)) {
            options.add("--finalization=disabled");
        }
        if (jdk.isAtLeast(24)) {
            options.add("--illegal-native-access=deny");
            options.add("--sun-misc-unsafe-memory-access=deny");
        }
        return options.toArray(new String[0]);
    }

    /** Who uses memory by Unsafe is told of here, even if an exception would be caught. */
    @Test
    void theJvmWarnsOfNothing() {
        assumeTrue(jdk.isAtLeast(24), "JDKs before 24 warn of none of this");
        assertPooled("--sun-misc-unsafe-memory-access=warn", "--illegal-native-access=warn");
    }

    /** Both streams have what they have on a plain JVM with these options, and one has the start line. */
    private void assertPooled(String... options) {
        FinishedJvm plain = KindsOfClients.run(AgentJvm.on(jdk).options(options));
        FinishedJvm withAgent = KindsOfClients.run(AgentJvm.on(jdk).agent().options(options));
        assertThat(plain.out()).isEqualTo(KindsOfClients.ALONE);
        assertThat(withAgent.out()).isEqualTo(KindsOfClients.POOLED);
        assertThat(withAgent.exit()).isZero();
        assertThat(withAgent.err()).last().asString().matches(BuiltJar.startLine());
        assertThat(withAgent.err().subList(0, withAgent.err().size() - 1)).isEqualTo(plain.err());
    }

    private static List<String> warnings(List<String> out) {
        return out.stream().filter(line -> line.startsWith("WARNING")).toList();
    }
}
