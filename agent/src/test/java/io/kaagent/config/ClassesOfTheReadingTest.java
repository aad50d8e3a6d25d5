package io.kaagent.config;

import static io.kaagent.config.ChildJvm.home;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading happens before main: what it loads costs every start, and may wake what the application wants to set up first. */
class ClassesOfTheReadingTest {
    private static final List<String> AVOIDED = List.of(
            "java.nio.",
            "sun.nio.",
            "java.util.regex.",
            "java.util.stream.",
            "java.util.logging.",
            "java.util.Formatter",
            "java.lang.invoke.",
            "java.text.",
            "java.time.",
            "java.net.");

    @TempDir
    private Path directory;

    @Test
    void withoutOptionsFewClassesAreLoaded() throws Exception {
        List<String> loaded = loadedWhileReading();
        assertThat(loaded.stream().filter(line -> line.contains(" io.kaagent.")))
                .hasSizeLessThanOrEqualTo(12);
        assertThat(loaded).hasSizeLessThan(40);
        assertNothingAvoidable(loaded);
    }

    @Test
    void withAFileMistakesAndOriginsNothingIsWokenEither() throws Exception {
        Path file = Files.writeString(directory.resolve("ka.properties"), "maxSocket=5\norigin.a:80.pool=false\n");
        assertNothingAvoidable(loadedWhileReading("timeout=4s,config=" + file));
    }

    private List<String> loadedWhileReading(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add("-verbose:class");
        command.add("-cp");
        command.add(home(Options.class) + File.pathSeparator + home(ProgramThatReadsOptions.class));
        command.add(ProgramThatReadsOptions.class.getName());
        command.addAll(List.of(arguments));
        List<String> out =
                ChildJvm.run(directory, command.toArray(String[]::new)).out();
        List<String> loaded = out.subList(out.indexOf("MARK begin"), out.indexOf("MARK end"));
        assertThat(loaded).anyMatch(line -> line.contains(Options.class.getName() + " "));
        return loaded;
    }

    private static void assertNothingAvoidable(List<String> loaded) {
        assertThat(loaded)
                .filteredOn(line -> AVOIDED.stream().anyMatch(line::contains))
                .isEmpty();
    }
}
