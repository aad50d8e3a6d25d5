package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.EachKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The recipes of docs/startup.md, with exactly the options that it names: archives of classes that the agent starts from. And one it can't. */
@OnEveryJdkAtOnce
class SharedClassesIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @BeforeEach
    void onlyWhereTheyAreShared() {
        assumeTrue(jdk.isAtLeast(11), "JDK 8 shares no classes of applications and agents");
    }

    /** Also while a recording of Flight Recorder runs. */
    @Test
    void anArchiveMadeForTheAgentIsUsed() throws IOException {
        Path list = directory.resolve("application.lst");
        Path archive = directory.resolve("application.jsa");
        said(application().agent().options("-Xshare:off", "-XX:DumpLoadedClassList=" + list));
        AgentJvm dump = application()
                .options("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive)
                .option("-Xbootclasspath/a:" + bootPath());
        if (jdk.isAtLeast(24)) {
            dump.option("--add-modules=java.instrument");
        }
        assertThat(dump.run(EachKind.class).exit()).isZero();

        Path log = directory.resolve("classes.log");
        AgentJvm sharing = application().agent().options("-XX:SharedArchiveFile=" + archive, "-Xshare:on");
        assertPooled(said(sharing.option("-Xlog:class+load:file=" + log)), KindsOfClients.POOLED);
        assertShares(log);

        Path recording = directory.resolve("application.jfr");
        FinishedJvm recorded = said(application()
                .agent()
                .options("-XX:SharedArchiveFile=" + archive, "-Xshare:on")
                .option("-XX:StartFlightRecording=filename=" + recording));
        assertThat(recorded.out()).containsAll(KindsOfClients.POOLED);
        assertThat(String.join("\n", recorded.err())).matches(BuiltJar.startLine());
        assertThat(FlightRecording.in(recording).events()).isNotEmpty();
    }

    /** The JVM goes without the archive, and would say so on standard output on some JDKs. */
    @Test
    void anArchiveMadeWithoutTheAgentIsNotInTheWay() throws IOException {
        assumeTrue(jdk.isAtLeast(13), "JDKs before 13 make no archive at the end");
        Path archive = directory.resolve("application.jsa");
        said(application().option("-XX:ArchiveClassesAtExit=" + archive));
        assertPooled(
                said(application()
                        .agent()
                        .options("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")),
                KindsOfClients.POOLED);
    }

    @Test
    void anAotCacheMadeWithTheAgentIsUsed() throws IOException {
        assumeTrue(jdk.isAtLeast(25), "JDKs before 24 have no AOT cache, and 24 makes none in one step");
        Path cache = directory.resolve("application.aot");
        said(application()
                .agent()
                .option("-XX:AOTCacheOutput=" + cache)
                .environment("JDK_AOT_VM_OPTIONS", "-Xbootclasspath/a:" + bootPath()));
        assertThat(cache).exists();
        Path log = directory.resolve("classes.log");
        AgentJvm sharing = application().agent().options("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
        assertPooled(said(sharing.option("-Xlog:class+load:file=" + log)), KindsOfClients.POOLED);
        assertShares(log);
    }

    /** What the manifest of the agent's jar puts on the boot path: the second need not be there, but has to be named. */
    private static String bootPath() {
        return BuiltJar.path() + File.pathSeparator + BuiltJar.path().resolveSibling("ka-agent-0.1.0.jar");
    }

    private AgentJvm application() throws IOException {
        return AgentJvm.on(jdk).packed(directory);
    }

    private static FinishedJvm said(AgentJvm jvm) {
        FinishedJvm finished = KindsOfClients.run(jvm);
        assertThat(finished.exit()).as("%s", finished).isZero();
        return finished;
    }

    private static void assertPooled(FinishedJvm finished, List<String> out) {
        assertThat(finished.out()).isEqualTo(out);
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }

    /** Out of the archive came the application, and what the agent loads at its start; later on no two runs load the same. */
    private static void assertShares(Path log) throws IOException {
        List<String> shared = Files.readAllLines(log).stream()
                .filter(line -> line.contains("shared objects file"))
                .toList();
        assertThat(shared).anyMatch(line -> line.contains(" " + EachKind.class.getName() + " "));
        assertThat(shared)
                .filteredOn(line -> line.contains(" io.kaagent.") && !line.contains(" io.kaagent.it."))
                .hasSizeGreaterThan(180);
    }
}
