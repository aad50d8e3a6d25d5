package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Endings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** {@code ka.report=FILE}: the page that is left at the end, however that comes. What it counts is for {@link CountersIT}. */
@OnEveryJdkAtOnce
class ReportIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void isLeftWhereMainFailsAndOfEachJvmItsOwn() {
        FinishedJvm finished = ended("throw", directory.resolve("report-%p.html"));
        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.out()).containsExactly("2 requests");
        assertThat(finished.err().get(0)).matches(BuiltJar.startLine());
        assertThat(finished.err().get(1))
                .isEqualTo("Exception in thread \"main\" java.lang.IllegalStateException: on purpose");
        assertThat(finished.err()).noneMatch(line -> line.startsWith("ka-agent WARN"));
        Path file = ReportPage.onlyFileIn(directory);
        assertThat(file.getFileName().toString()).matches("report-\\d+\\.html");
        ReportPage page = ReportPage.in(file);
        assertThat(page.number("requests")).isEqualTo(2);
        assertThat(page.number("created")).isEqualTo(1);
        assertThat(page.drawn("requests")).isEqualTo(2);
        String pid = file.getFileName().toString().replaceAll("\\D", "");
        assertThat(page.html()).contains("<h1>" + Endings.class.getName() + "</h1>", "PID " + pid + ", JDK ");
    }

    @Test
    void isLeftByAThreadThatExitsAndWhereASecurityManagerAllowsNothingOfIt() throws IOException {
        Path file = directory.resolve("report.html");
        List<String> options = new ArrayList<>();
        if (!jdk.isAtLeast(18)) {
            Path policy = Files.writeString(
                    directory.resolve("policy"),
                    "grant { permission java.net.SocketPermission \"127.0.0.1:1024-\", \"connect,resolve\";"
                            + " permission java.lang.RuntimePermission \"exitVM.3\"; };");
            options.addAll(List.of("-Djava.security.manager", "-Djava.security.policy==" + policy));
        }
        FinishedJvm finished = ended("exit in a daemon", file, options.toArray(new String[0]));
        assertThat(finished.exit()).as("%s", finished).isEqualTo(3);
        assertThat(finished.out()).containsExactly("2 requests");
        assertThat(finished.errWithout("WARNING: ")).hasSize(1);
        assertThat(ReportPage.in(file).number("requests")).isEqualTo(2);
    }

    @Test
    void saysSoWhereNothingWasPooledAndReplacesTheOneBefore() throws IOException {
        Path file = Files.writeString(directory.resolve("report.html"), "of yesterday");
        FinishedJvm finished = agent(file).run(Endings.class, "return");
        assertThat(finished.out()).containsExactly("0 requests");
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
        assertThat(ReportPage.in(file).html()).contains("No connection went through the pool");
        assertThat(ReportPage.onlyFileIn(directory)).isEqualTo(file);
    }

    @Test
    void costsNothingButTwoLinesWhereItCantBeWritten() {
        Path file = directory.resolve("none").resolve("report.html");
        FinishedJvm finished = ended("return", file);
        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).containsExactly("2 requests");
        String problem = "ka\\.report=" + file + ": there is no directory " + file.getParent()
                + "; allowed: the path of a file that can be written; %p in it stands for the PID; ";
        assertThat(finished.err()).hasSize(3);
        assertThat(finished.err().get(0))
                .matches("ka-agent WARN " + problem + "as it is now there will be no report \\(agent argument\\)");
        assertThat(finished.err().get(1)).matches(BuiltJar.startLine());
        assertThat(finished.err().get(2)).matches("ka-agent WARN \\S+Z " + problem + "there is no report");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void holdsNobodyUpWhoExitsWithTheErrorStreamInHand() {
        FinishedJvm finished = ended(
                "exit with the error stream locked", directory.resolve("none").resolve("report.html"));
        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.out()).containsExactly("2 requests");
    }

    private FinishedJvm ended(String how, Path report, String... options) {
        try (Site site = ServerJvm.site()) {
            AgentJvm jvm = agent(report);
            for (String option : options) {
                jvm.option(option);
            }
            return jvm.run(Endings.class, how, site.url("body=10"));
        }
    }

    private AgentJvm agent(Path report) {
        return AgentJvm.on(jdk).agent("report=" + report);
    }
}
