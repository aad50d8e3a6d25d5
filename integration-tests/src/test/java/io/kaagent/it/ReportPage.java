package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that {@code ka.report} and the command leave: whole, and with numbers in it. */
record ReportPage(String html) {
    static ReportPage in(Path file) {
        try {
            String html = Files.readString(file);
            assertThat(html).startsWith("<!DOCTYPE html>\n").endsWith("</html>\n");
            return new ReportPage(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one file in there. */
    static Path onlyFileIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long number(String id) {
        Matcher number =
                Pattern.compile("<data id=\"" + id + "\" value=\"(\\d+)\">").matcher(html);
        assertThat(number.find()).as("%s in %s", id, html).isTrue();
        return Long.parseLong(number.group(1));
    }

    /** How many requests, or connections, the picture over time has in all. */
    long drawn(String what) {
        Matcher number = Pattern.compile(what + ": ([0-9 ]+) in all").matcher(html);
        assertThat(number.find()).as("%s in %s", what, html).isTrue();
        return Long.parseLong(number.group(1).replace(" ", ""));
    }
}
