package io.kaagent.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/options.md says what the table says, and its examples are what they claim to be. */
class OptionsDocumentTest {
    private static final Pattern HEADING = Pattern.compile(
            "\\*\\*`ka\\.(\\w+)`\\*\\* · default `(.+?)` · (.+?) · Node: (.+) · (per origin|per origin only|global)\\\\");
    private static final Pattern WARNING = Pattern.compile(" {4}ka-agent WARN ((?!\\d{4}-).*\\))");
    private static final Pattern FILE = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);

    private String text;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("..", "docs", "options.md"));
    }

    @Test
    void saysKeyDefaultRangeAndScopeOfEveryOption() {
        List<String> said = new ArrayList<>();
        for (Matcher m = HEADING.matcher(text); m.find(); ) {
            said.add(m.group(1) + " · " + m.group(2) + " · " + m.group(3) + " · " + m.group(5));
        }
        List<String> known = new ArrayList<>();
        for (int i = 0; i < Option.count(); i++) {
            Option option = Option.at(i);
            known.add(option.key + " · " + option.values.render(option.standard) + " · " + option.values.allowed()
                    + " · " + scope(option));
        }
        assertThat(said).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void namesNoOptionThatDoesNotExist() {
        Matcher key =
                Pattern.compile("(?<![\\w/])ka\\.(?!origin|properties)(\\w+)").matcher(withoutWarnings());
        while (key.find()) {
            assertThat(Option.named(key.group(1))).as(key.group()).isNotNull();
        }
    }

    @Test
    void showsOptionsOfOriginsThatAreAllowed() {
        String argument = text.lines()
                .filter(line -> line.startsWith("    -Dka.origin."))
                .map(line -> line.substring("    -D".length()))
                .collect(joining(","));
        assertThat(Given.argument(argument).warnings()).isEmpty();
        assertThat(Given.argument(argument).describe().split(",")).hasSize(4);
    }

    @Test
    void showsFilesThatAreAllowedAndDoWhatItSays(@TempDir Path directory) throws IOException {
        List<Options> read = new ArrayList<>();
        for (Matcher m = FILE.matcher(text); m.find(); ) {
            Path file = Files.writeString(directory.resolve(read.size() + ".properties"), m.group(1));
            read.add(Given.argument("config=" + file));
        }
        assertThat(read)
                .hasSize(2)
                .allSatisfy(options -> assertThat(options.warnings()).isEmpty());
        Options patterns = read.get(1);
        assertThat(patterns.forOrigin("http", "b.example.com", 80).maxSockets()).isEqualTo(10);
        assertThat(patterns.forOrigin("http", "api.example.com", 80).maxSockets())
                .isEqualTo(20);
        assertThat(patterns.forOrigin("http", "api.example.com", 8443).maxSockets())
                .isEqualTo(2);
        assertThat(patterns.forOrigin("http", "api.example.com", 8443).timeoutMillis())
                .isEqualTo(15_000);
    }

    @Test
    void showsWarningsAsTheyAre() {
        Properties system = Given.system("ka.maxSockets", "five", "ka.maxSocket", "5", "ka.config", "/no/such/file");
        String argument = "origin.legacy:8080.timeout=4s,origin.legacy.maxTotalSockets=5,protocol=opaque";
        List<String> shown = new ArrayList<>();
        for (Matcher m = WARNING.matcher(text); m.find(); ) {
            shown.add(m.group(1));
        }
        assertThat(Options.load(argument, system).warnings()).containsExactlyInAnyOrderElementsOf(shown);
    }

    private static String scope(Option option) {
        return option.global ? option.perOrigin ? "per origin" : "global" : "per origin only";
    }

    private String withoutWarnings() {
        return WARNING.matcher(text).replaceAll("");
    }
}
