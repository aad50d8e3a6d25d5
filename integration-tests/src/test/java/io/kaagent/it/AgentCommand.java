package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code java -jar ka-agent.jar} with a Java of some JDK. */
final class AgentCommand {
    private static final int TERMINAL_WIDTH = 80;

    private final Jdk jdk;
    private final List<String> jvmOptions;

    private AgentCommand(Jdk jdk, String... jvmOptions) {
        this.jdk = jdk;
        this.jvmOptions = List.of(jvmOptions);
    }

    static AgentCommand on(Jdk jdk, String... jvmOptions) {
        return new AgentCommand(jdk, jvmOptions);
    }

    /** By a Java of another release than the JVM it is about, if there is one. */
    static AgentCommand notOn(Jdk jdk) {
        List<Jdk> all = Jdks.all().toList();
        return on(all.get((all.indexOf(jdk) + 1) % all.size()));
    }

    /** What it says on standard output, where nothing is wrong. */
    String says(Object... arguments) {
        FinishedJvm finished = run(arguments);
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exit()).isZero();
        return String.join("\n", finished.out());
    }

    /** The same, in lines that fit a terminal. */
    List<String> shows(Object... arguments) {
        List<String> lines = List.of(says(arguments).split("\n"));
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TERMINAL_WIDTH));
        return lines;
    }

    /** What it says on standard error, and nothing else, when it ends with that code. */
    String refuses(int exit, Object... arguments) {
        FinishedJvm finished = run(arguments);
        assertThat(finished.exit()).as("%s", finished).isEqualTo(exit);
        assertThat(finished.out()).isEmpty();
        return String.join("\n", finished.err());
    }

    private FinishedJvm run(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", BuiltJar.path().toString()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return RunningJvm.start(command, Map.of(), Path.of("").toAbsolutePath()).awaitExit();
    }
}
