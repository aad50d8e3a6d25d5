package io.kaagent.it.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AgentJarIT {
    /** A type, descriptor, property or resource of a library; not a sentence that mentions it. */
    private static final Predicate<String> NAME_OF_LIBRARY = Pattern.compile(
                    ".*(net/bytebuddy|org/slf4j)/.*|(net\\.bytebuddy|org\\.slf4j)\\.\\S*")
            .asMatchPredicate();

    private static final int JAVA_8 = 52;
    private static final long SIZE_BUDGET = 1_000_000;

    @Test
    void isStartedLoadedAndRunThroughTheSameClass() throws IOException {
        Attributes manifest = AgentJar.manifest();
        assertThat(List.of("Premain-Class", "Agent-Class", "Main-Class"))
                .allSatisfy(name -> assertThat(manifest.getValue(name)).isEqualTo("io.kaagent.KaAgent"));
    }

    @Test
    void isOnTheBootPathUnderBothOfItsNames() throws IOException {
        String version = AgentJar.manifest().getValue("Implementation-Version");
        assertThat(AgentJar.manifest().getValue("Boot-Class-Path"))
                .isEqualTo("ka-agent.jar ka-agent-" + version + ".jar");
    }

    @Test
    void asksForRetransformationAndNothingMore() throws IOException {
        Attributes manifest = AgentJar.manifest();
        assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
        assertThat(manifest.getValue("Can-Set-Native-Method-Prefix")).isNull();
        assertThat(manifest.getValue("Multi-Release")).isEqualTo("false");
    }

    @Test
    void saysWhatItIsAndWhichBuild() throws IOException {
        Attributes manifest = AgentJar.manifest();
        assertThat(manifest.getValue("Implementation-Title")).isEqualTo("ka-agent");
        assertThat(manifest.getValue("Implementation-Version")).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(manifest.getValue("Ka-Build")).startsWith(manifest.getValue("Implementation-Version"));
    }

    @Test
    void saysNothingOfTheMachineThatBuiltIt() throws IOException {
        assertThat(AgentJar.manifest().keySet().stream().map(Object::toString))
                .doesNotContain("Created-By", "Build-Jdk-Spec", "Build-Jdk", "Built-By");
    }

    @Test
    void holdsOnlyItsOwnTreeAndItsLicences() throws IOException {
        assertThat(AgentJar.entries()).allMatch(AgentJarIT::mayBeInTheJar);
    }

    @Test
    void holdsTheLicencesOfWhatItContains() throws IOException {
        assertThat(AgentJar.entries())
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/licenses/ASM",
                        "META-INF/licenses/BYTE-BUDDY-NOTICE",
                        "META-INF/licenses/SLF4J");
    }

    @Test
    void holdsNoEntryTwice() throws IOException {
        assertThat(AgentJar.entries()).doesNotHaveDuplicates();
    }

    @Test
    void runsOnJava8() {
        assertThat(AgentJar.classes()).isNotEmpty().allMatch(file -> file.majorVersion() <= JAVA_8);
    }

    /** They would link through java.lang.invoke at the first call: too early in premain, too deep inside JDK classes. */
    @Test
    void hasNoInvokedynamicInItsOwnClasses() {
        assertThat(AgentJar.ownClasses())
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(file.instructions().dynamicMethods()).isEmpty());
    }

    /** They compile a pattern inside. */
    @Test
    void hasNoHiddenRegularExpressions() {
        List<String> hidden = List.of("matches", "replaceAll", "replaceFirst");
        assertThat(AgentJar.ownClasses())
                .allSatisfy(file -> assertThat(file.instructions().calls())
                        .doesNotContainAnyElementsOf(
                                hidden.stream().map("java/lang/String."::concat).toList()));
    }

    /** The application may bring its own Byte Buddy and SLF4J: under their own names they must not be asked for here. */
    @Test
    void namesNoLibraryByItsNameBeforeRelocation() {
        assertThat(AgentJar.classes())
                .allSatisfy(file -> assertThat(file.texts()).noneMatch(NAME_OF_LIBRARY));
    }

    @Test
    void isNotMuchLargerThanByteBuddy() throws IOException {
        assertThat(AgentJar.size()).isLessThan(SIZE_BUDGET);
    }

    private static boolean mayBeInTheJar(String entry) {
        return entry.equals("META-INF/")
                || entry.equals("META-INF/MANIFEST.MF")
                || entry.equals("META-INF/LICENSE")
                || entry.equals("META-INF/NOTICE")
                || entry.startsWith("META-INF/licenses/")
                || entry.equals("io/")
                || entry.startsWith("io/kaagent/");
    }
}
