package io.kaagent.watch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileTest {
    @TempDir
    Path directory;

    @Test
    void isWrittenAndReplacesTheOneBefore() throws IOException {
        Path file = directory.resolve("report.html");
        PageFile.write(file.toFile(), "a long first page");
        PageFile.write(file.toFile(), "second");
        assertThat(file).hasContent("second");
        assertThat(files()).containsExactly("report.html");
    }

    @Test
    void whatALinkPointsToIsReplacedAndNotTheLink() throws IOException {
        Path file = Files.writeString(directory.resolve("a.html"), "before");
        Path link = Files.createSymbolicLink(directory.resolve("link.html"), file);
        PageFile.write(link.toFile(), "after");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");
    }

    @Test
    void whereItCantBeWrittenNothingIsLeft() throws IOException {
        assertThatIOException()
                .isThrownBy(() ->
                        PageFile.write(directory.resolve("none/report.html").toFile(), "page"))
                .withMessage("there is no directory " + directory.resolve("none"));
        assertThatIOException()
                .isThrownBy(() -> PageFile.write(directory.toFile(), "page"))
                .withMessage("that is a directory");
        assertThatIOException()
                .isThrownBy(() -> PageFile.write(
                        directory.resolve("n".repeat(300) + ".html").toFile(), "page"));
        assertThatIOException()
                .isThrownBy(() -> PageFile.write(Path.of("/dev/null").toFile(), "page"))
                .withMessage("that is not a regular file");
        assertThat(files()).isEmpty();
    }

    @Test
    void whereWritingFailsInTheMidstTheOneBeforeIsAsItWas() throws IOException {
        Path file = Files.writeString(directory.resolve("report.html"), "before");
        assertThatNullPointerException().isThrownBy(() -> PageFile.write(file.toFile(), null));
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("report.html");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
