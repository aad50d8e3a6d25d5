package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An application that opens no connection has nothing of the pool (docs/adr/0028). */
@OnEveryJdkAtOnce
class PoolUnusedIT {
    private static final Pattern PACKAGE = Pattern.compile("io\\.kaagent\\.([a-z0-9.]+)\\.[A-Z]");

    @Parameter
    Jdk jdk;

    @Test
    void isNotLoaded() {
        assertThat(packages()).containsExactly("config", "hook", "jdk", "start", "watch", "weave");
    }

    @Test
    void isLoadedWithTheFirstConnection() {
        try (Site site = ServerJvm.site()) {
            assertThat(packages(site.url("body=10"))).contains("pool", "socket", "url");
        }
    }

    private Set<String> packages(String... arguments) {
        FinishedJvm finished = AgentJvm.on(jdk)
                .agent()
                .option(jdk.isAtLeast(9) ? "-Xlog:class+load" : "-verbose:class")
                .run(Hello.class, arguments);
        assertThat(finished.exit()).isZero();
        Set<String> packages = new TreeSet<>();
        for (String line : finished.out()) {
            Matcher matcher = PACKAGE.matcher(line);
            if (matcher.find()
                    && !matcher.group(1).startsWith("it.")
                    && !matcher.group(1).startsWith("shaded.")) {
                packages.add(matcher.group(1));
            }
        }
        return packages;
    }
}
