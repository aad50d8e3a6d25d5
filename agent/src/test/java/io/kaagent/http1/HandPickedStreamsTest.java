package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The streams of {@code requests.txt} and {@code answers.txt}, and what we and the others make of them. */
class HandPickedStreamsTest {
    private final StreamReader our = new OurReader();
    private final StreamReader netty = new NettyReader(false, true);
    private final StreamReader core = new CoreReader();

    @Test
    void readsRequestsAsItIsWritten() throws IOException {
        for (String[] row : rows("requests.txt")) {
            byte[] stream = Fed.bytes(unescaped(row[1]));
            assertThat(our.requests(stream, stream.length) + " " + netty.requests(stream, stream.length) + " "
                            + core.requests(stream, stream.length))
                    .as(row[1])
                    .isEqualTo(row[0]);
            assertThat(new Comparison().requests(stream)).as(row[1]).isNull();
            Fed.request(unescaped(row[1]));
        }
    }

    @Test
    void readsAnswersAsItIsWritten() throws IOException {
        for (String[] row : rows("answers.txt")) {
            byte[] stream = Fed.bytes(unescaped(row[2]));
            boolean[] toHead = {row[1].equals("HEAD")};
            assertThat(our.responses(stream, stream.length, toHead) + " "
                            + netty.responses(stream, stream.length, toHead) + " "
                            + core.responses(stream, stream.length, toHead))
                    .as(row[2])
                    .isEqualTo(row[0]);
            assertThat(new Comparison().responses(stream, toHead)).as(row[2]).isNull();
        }
    }

    @Test
    void areMoreThan200() throws IOException {
        assertThat(rows("requests.txt").size() + rows("answers.txt").size()).isGreaterThan(200);
    }

    @Test
    void areRefusedForReasonsThatTheDocumentExplains() throws IOException {
        String document = Files.readString(Path.of("../docs/framing.md"));
        for (Refusal refusal : Refusal.values()) {
            assertThat(document).contains("| " + refusal.heading + " |");
        }
    }

    private static List<String[]> rows(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = HandPickedStreamsTest.class.getResourceAsStream(file)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    rows.add(line.split(" ?\\| ", 3));
                }
            }
        }
        return rows;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = c == '\\' ? text.charAt(++i) : 0;
            switch (next) {
                case 0 -> plain.append(c);
                case 'r' -> plain.append('\r');
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'x' -> {
                    plain.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
                    i += 2;
                }
                default -> plain.append(next);
            }
        }
        return plain.toString();
    }
}
