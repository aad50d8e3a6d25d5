package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ka.report}: what stands in the way of the file is told at the start, as far as it can be seen then. */
class ReportOptionTest {
    @TempDir
    Path directory;

    @Test
    void takesTheFileAsItIs() {
        String file = directory + "/a report.html";
        Options options = Given.properties("ka.report", file);
        assertThat(options.warnings()).isEmpty();
        assertThat(options.report()).isEqualTo(file);
        assertThat(options.describe()).isEqualTo("report=" + file);
        assertThat(Given.argument(options.describe()).report()).isEqualTo(file);
    }

    @Test
    void staysWhenOtherOptionsChange() {
        Options options = Given.properties("ka.report", directory + "/r.html");
        assertThat(Change.ofAll("maxSockets", "5").appliedTo(options).report()).isEqualTo(directory + "/r.html");
        assertThat(Change.ofOrigin("a", 80, "maxSockets", "5")
                        .appliedTo(options)
                        .report())
                .isEqualTo(directory + "/r.html");
    }

    @Test
    void tellsWhatStandsInTheWayAndTriesItAllTheSame() {
        String file = directory + "/none/r.html";
        Options options = Given.properties("ka.report", file);
        assertThat(options.warnings())
                .containsExactly("ka.report=" + file + ": there is no directory " + directory + "/none; allowed: "
                        + WritableFile.ALLOWED + "; as it is now there will be no report (system property)");
        assertThat(options.report()).isEqualTo(file);
    }

    @Test
    void nothingIsNoFile() {
        Options options = Given.argument("report=");
        assertThat(options.warnings()).singleElement().asString().startsWith("ka.report=: no value; allowed: ");
        assertThat(options.report()).isNull();
    }

    @Test
    void isNoOptionOfAnOrigin() {
        assertThat(Given.argument("origin.legacy.report=r.html").warnings())
                .singleElement()
                .asString()
                .contains("report can't be given for one origin; set ka.report");
    }

    @Test
    void seesWhatIsInTheWay() throws IOException {
        Path file = Files.writeString(directory.resolve("r.html"), "");
        assertThat(WritableFile.objection(file.toString())).isNull();
        assertThat(WritableFile.objection("r.html")).isNull();
        assertThat(WritableFile.objection(directory.toString())).isEqualTo("that is a directory");
        assertThat(WritableFile.objection("/")).isEqualTo("that is a directory");
        assertThat(WritableFile.objection("/dev/null")).isEqualTo("that is not a regular file");
        assertThat(WritableFile.objection(file + "/r.html")).isEqualTo("there is no directory " + file);
    }

    @Test
    void thePidTakesItsPlace() {
        assertThat(WritableFile.of("/reports/a-%p-%p.html", "4711")).hasToString("/reports/a-4711-4711.html");
        assertThat(WritableFile.objection(directory + "/%p/r.html")).isNull();
        assertThat(WritableFile.of("r.html", "1")).isAbsolute();
    }
}
