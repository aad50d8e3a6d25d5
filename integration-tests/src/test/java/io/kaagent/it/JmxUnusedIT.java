package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An application that does not use JMX has no more of it for the agent's sake than the class that is woven. */
@OnEveryJdkAtOnce
class JmxUnusedIT {
    private static final String WOVEN = "java.lang.management.ManagementFactory";

    /** JDK 25 verifies the class that is redefined, and looks up what its methods throw and take; up to 21 none does. */
    private static final List<String> LOOKED_UP = List.of("Exception", "javax.management.DynamicMBean");

    @Parameter
    Jdk jdk;

    @Test
    void nothingOfItIsLoaded() {
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = AgentJvm.on(jdk)
                    .agent()
                    .option(jdk.isAtLeast(9) ? "-Xlog:class+load" : "-verbose:class")
                    .run(Hello.class, site.url("body=10"));
            assertThat(finished.exit()).isZero();
            assertThat(loaded(finished, "io.kaagent.watch.jmx."))
                    .containsExactly(
                            "io.kaagent.watch.jmx.Controls",
                            "io.kaagent.watch.jmx.Jmx",
                            "io.kaagent.watch.jmx.Jmx$Task");
            assertThat(loaded(
                            finished,
                            "java.lang.management.",
                            "sun.management.",
                            "com.sun.jmx.",
                            "com.sun.management."))
                    .containsExactly(WOVEN);
            assertThat(loaded(finished, "javax.management."))
                    .allMatch(name -> jdk.isAtLeast(25) && LOOKED_UP.stream().anyMatch(name::endsWith));
        }
    }

    @Test
    void notEvenThatOneIfItIsSwitchedOff() {
        FinishedJvm finished = AgentJvm.on(jdk)
                .agent("jmx=false")
                .option(jdk.isAtLeast(9) ? "-Xlog:class+load" : "-verbose:class")
                .run(Hello.class);
        assertThat(loaded(finished, "io.kaagent.watch.jmx.Jmx", "java.lang.management.", "javax.management."))
                .isEmpty();
    }

    private static TreeSet<String> loaded(FinishedJvm finished, String... prefixes) {
        TreeSet<String> names = new TreeSet<>();
        for (String line : finished.out()) {
            for (String word : line.split(" ")) {
                if (Stream.of(prefixes).anyMatch(word::startsWith)) {
                    names.add(word);
                }
            }
        }
        return names;
    }
}
