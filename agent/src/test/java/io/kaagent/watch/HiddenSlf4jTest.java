package io.kaagent.watch;

import static io.kaagent.config.ChildJvm.home;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.config.ChildJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

/** The agent's SLF4J and the application's don't see each other: tried in a JVM of its own, the agent on the boot path. */
class HiddenSlf4jTest {
    private static final String SHADED = RelocatedJar.SLF4J.replace('/', '.');

    @TempDir
    private Path directory;

    private List<String> out;
    private List<String> err;

    @BeforeEach
    void runAnApplicationThatLogs() throws Exception {
        Path jar = directory.resolve("relocated.jar");
        RelocatedJar.write(jar, home(Log.class), home(Logger.class), home(SimpleLogger.class));
        Files.writeString(
                directory.resolve("simplelogger.properties"),
                "org.slf4j.simpleLogger.showDateTime=true\norg.slf4j.simpleLogger.showThreadName=false\n"
                        + "org.slf4j.simpleLogger.dateTimeFormat='DATE'\norg.slf4j.simpleLogger.logFile=System.out\n");
        ChildJvm child = ChildJvm.run(
                directory,
                "-Xbootclasspath/a:" + jar,
                "-verbose:class",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug",
                "-Dorg.slf4j.simpleLogger.levelInBrackets=true",
                "-Dslf4j.provider=no.such.Provider",
                "-cp",
                directory
                        + File.pathSeparator
                        + home(HiddenSlf4jTest.class)
                        + File.pathSeparator
                        + home(Logger.class)
                        + File.pathSeparator
                        + home(SimpleLogger.class),
                ApplicationThatLogs.class.getName());
        out = child.out();
        err = child.err();
    }

    @Test
    void theAgentsLinesFollowNoSettingOfTheApplication() {
        assertThat(err.stream().filter(line -> line.startsWith("ka-agent")))
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line).matches("ka-agent WARN " + CapturedErr.TIME + " (before|bound|again).*"));
    }

    @Test
    void theApplicationsLinesFollowItsOwn() {
        assertThat(out).contains("DATE [DEBUG] app - mine", "DATE [DEBUG] app - mine again");
    }

    @Test
    void nothingOfSlf4jIsLoadedBeforeTheStartIsOver() {
        assertThat(out.subList(0, out.indexOf("MARK started"))).noneMatch(line -> line.contains("slf4j."));
        assertThat(out).anyMatch(line -> line.contains(SHADED + "simple.SimpleLogger "));
    }

    @Test
    void theContextClassLoaderIsNotAskedAndNoProviderIsLookedFor() {
        int application = out.indexOf("MARK application");
        assertThat(out.subList(0, application)).noneMatch(line -> line.startsWith("ASKED"));
        assertThat(out).contains("ASKED simplelogger.properties"); // by the application's own
        assertThat(out).noneMatch(line -> line.contains(SHADED + "LoggerFactory "));
    }
}
