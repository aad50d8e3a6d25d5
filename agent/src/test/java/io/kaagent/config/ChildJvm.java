package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a JVM of its own printed; it runs on the JDK of the test. */
public record ChildJvm(List<String> out, List<String> err) {
    /** Runs it to its end, which has to come within a minute and be a good one. */
    public static ChildJvm run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        ChildJvm child = new ChildJvm(Files.readAllLines(out), Files.readAllLines(err));
        assertThat(ended).as("ended in time").isTrue();
        assertThat(process.exitValue()).as(child.err.toString()).isZero();
        return child;
    }

    /** The directory or jar that a class comes from. */
    public static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
