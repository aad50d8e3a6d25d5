package io.kaagent.it;

import io.kaagent.it.child.LegacyClient;
import io.kaagent.it.child.libs.LibraryClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM to be started: on which JDK, with or without the agent, with which options. */
final class AgentJvm {
    private static final int MANY = 50_000;

    private final Jdk jdk;
    private final List<String> under = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<Library> libraries = new ArrayList<>();
    private final List<Path> classes = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path directory = Path.of("").toAbsolutePath();
    private Path programs = programs();
    private boolean hasAgent;
    private boolean optimizing;

    private AgentJvm(Jdk jdk) {
        this.jdk = jdk;
    }

    static AgentJvm on(Jdk jdk) {
        return new AgentJvm(jdk);
    }

    AgentJvm agent() {
        return agent(BuiltJar.path(), "");
    }

    /** @param argument such as {@code maxSockets=5,scheduling=fifo} */
    AgentJvm agent(String argument) {
        return agent(BuiltJar.path(), argument);
    }

    AgentJvm agent(Path jar, String argument) {
        hasAgent = true;
        options.add("-javaagent:" + jar + (argument.isEmpty() ? "" : "=" + argument));
        return this;
    }

    AgentJvm property(String key, Object value) {
        options.add("-D" + key + "=" + value);
        return this;
    }

    AgentJvm option(String option) {
        options.add(option);
        return this;
    }

    AgentJvm options(String... several) {
        options.addAll(List.of(several));
        return this;
    }

    /** Has the programs of these tests in a jar. */
    AgentJvm packed(Path directory) throws IOException {
        programs = PackedClasses.of(programs, directory.resolve("application.jar"));
        return this;
    }

    /** Has more classes than the programs of these tests. */
    AgentJvm classes(Path directory) {
        classes.add(directory);
        return this;
    }

    AgentJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** With these on its class path. */
    AgentJvm with(Library... used) {
        libraries.addAll(List.of(used));
        return this;
    }

    /** With both compilers, as in production. */
    AgentJvm optimizing() {
        optimizing = true;
        return this;
    }

    /** The same if it is to make many requests: for a few, the second compiler would take most of the time. */
    AgentJvm optimizingFor(int requests) {
        return requests >= MANY ? optimizing() : this;
    }

    AgentJvm in(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    /** Runs it as a child of another program, such as strace. */
    AgentJvm under(String... command) {
        under.addAll(List.of(command));
        return this;
    }

    /** A legacy application to be told what to do. */
    ClientJvm client() {
        property("javax.net.ssl.trustStore", Certificates.trustStore());
        return new ClientJvm(start(LegacyClient.class), hasAgent);
    }

    /** An application that obeys a test in its own way. */
    ClientJvm client(Class<?> main, String... arguments) {
        return new ClientJvm(start(main, arguments), hasAgent);
    }

    /** An application that uses these libraries, and has nothing else on its class path. */
    ClientJvm clientOf(Library... used) {
        return clientOf(LibraryClient.class, used);
    }

    /** The same, with that main class. */
    ClientJvm clientOf(Class<?> main, Library... used) {
        return with(used).client(main);
    }

    /** From start to end. */
    FinishedJvm run(Class<?> main, String... arguments) {
        return start(main, arguments).awaitExit();
    }

    RunningJvm start(Class<?> main, String... arguments) {
        return start(List.of("-cp", classPath(), main.getName()), arguments);
    }

    /** An application that comes as one jar. */
    RunningJvm startJar(Path jar, String... arguments) {
        return start(List.of("-jar", jar.toString()), arguments);
    }

    private RunningJvm start(List<String> what, String... arguments) {
        List<String> command = new ArrayList<>(under);
        command.add(jdk.tool("java"));
        command.add("-XX:+UseSerialGC");
        if (!optimizing) {
            // most live for seconds: the second compiler would take half of their time
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(options);
        command.addAll(what);
        command.addAll(List.of(arguments));
        return RunningJvm.start(command, environment, directory);
    }

    /** Where the compiled programs lie. */
    static Path programs() {
        return Path.of(System.getProperty("ka.it.classes", "target/classes")).toAbsolutePath();
    }

    private String classPath() {
        return Stream.concat(
                        Stream.of(programs.toString()),
                        Stream.concat(classes.stream(), libraries.stream().flatMap(Library::jars))
                                .map(Path::toString))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
