package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("ka agent.properties");
    }

    @Test
    void readsKeysWithAndWithoutPrefix() throws IOException {
        Options options = read("# ours", "maxSockets = 5", "ka.timeout: 7", "ka.origin.legacy.pool false");
        assertThat(options.warnings()).isEmpty();
        assertThat(options.describe()).isEqualTo("maxSockets=5,timeout=7,origin.legacy.pool=false");
    }

    @Test
    void isNamedByTheArgumentToo() throws IOException {
        Files.writeString(file, "maxSockets=5");
        assertThat(Given.argument("config=" + file).describe()).isEqualTo("maxSockets=5");
    }

    @Test
    void losesAgainstArgumentAndProperty() throws IOException {
        Files.writeString(file, "maxSockets=1\ntimeout=1\nmaxPending=1\norigin.legacy.maxSockets=1");
        Options options = Options.load(
                "maxSockets=2,timeout=2,ka.origin.LEGACY.maxSockets=2",
                Given.system("ka.config", file.toString(), "ka.maxSockets", "3"));
        assertThat(options.warnings()).isEmpty();
        assertThat(options.describe()).isEqualTo("maxSockets=3,timeout=2,maxPending=1,origin.legacy.maxSockets=2");
    }

    @Test
    void theColonBeforeAPortNeedsNoEscape() throws IOException {
        Options options = read(
                "origin.legacy:8080.pool=false",
                "origin.legacy:8080.maxSockets = 2",
                "ka.origin.legacy\\:8081.maxSockets=3",
                "origin.[::1]:80.timeout=4",
                "origin.[::1].maxSockets=5");
        assertThat(options.warnings()).isEmpty();
        assertThat(options.describe())
                .isEqualTo("origin.[::1].maxSockets=5,origin.[::1]:80.timeout=4,origin.legacy:8080.maxSockets=2,"
                        + "origin.legacy:8080.pool=false,origin.legacy:8081.maxSockets=3");
    }

    @Test
    void mistakesAreToldWithTheFile() throws IOException {
        Options options = read("maxSockets=five", "ka.maxSockets=six", "maxPendin=1");
        assertThat(options.warnings())
                .containsExactly(
                        "ka.maxSockets=five: given twice; using six (file " + file + ")",
                        "unknown key ka.maxPendin; did you mean ka.maxPending? ka.maxPendin=1 is ignored (file " + file
                                + ")",
                        "ka.maxSockets=six: not a number; allowed: an integer >= 1 or Infinity; using Infinity (file "
                                + file + ")");
    }

    @Test
    void canNotNameAnotherFile() throws IOException {
        Options options = read("config=/etc/passwd", "maxSockets=5");
        assertThat(options.warnings())
                .containsExactly(
                        "ka.config=/etc/passwd is ignored: a file can't name another file (file " + file + ")");
        assertThat(options.describe()).isEqualTo("maxSockets=5");
    }

    @Test
    void canSwitchTheAgentOff() throws IOException {
        assertThat(read("enabled=false").enabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/no/such/file", "/dev/null", "/"})
    void aFileThatCanNotBeReadIsToldAndTheStartGoesOn(String path) {
        Options options = Given.properties("ka.config", path, "ka.maxSockets", "5");
        assertThat(options.warnings())
                .singleElement()
                .asString()
                .startsWith("ka.config=" + path + " can't be read: ")
                .endsWith("; going on without it (system property)");
        assertThat(options.describe()).isEqualTo("maxSockets=5");
    }

    @Test
    void aMalformedFileIsToldAndNothingOfItIsUsed() throws IOException {
        Options options = read("maxSockets=5", "timeout=\\u00zz");
        assertThat(options.warnings())
                .containsExactly("ka.config=" + file + " can't be read: Malformed \\uxxxx encoding.;"
                        + " going on without it (system property)");
        assertThat(options.describe()).isEmpty();
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(1L << 32);
        }
        assertThat(Given.argument("config=" + file).warnings())
                .singleElement()
                .asString()
                .contains("not a regular file of at most 1 MB");
    }

    private Options read(String... lines) throws IOException {
        Files.write(file, java.util.List.of(lines));
        return Given.properties("ka.config", file.toString());
    }
}
