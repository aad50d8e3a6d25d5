package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.raw.IdiomCase;
import io.kaagent.it.child.raw.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Many requests of one idiom against an origin of their own: the lines that tell what the application saw, and what the server counted.
 *
 * @param lines a file with a line a request
 */
record RawRun(Path lines, Tally tally) {
    static RawRun of(IdiomCase idiom, Transport transport, ClientJvm client, int threads, int requests, Path lines) {
        try (RawOrigin origin = new RawOrigin(idiom.manner(), transport)) {
            client.tell(origin.address("run")
                    .with("idiom", idiom.name())
                    .with("transport", transport)
                    .with("threads", threads)
                    .with("requests", requests)
                    .with("to", lines));
            return new RawRun(lines, origin.tally());
        }
    }

    /** Byte by byte; shows the first line that differs. */
    void assertLooksLike(RawRun other, String what) {
        try {
            if (Files.mismatch(lines, other.lines) >= 0) {
                List<String> mine = Files.readAllLines(lines);
                List<String> others = Files.readAllLines(other.lines);
                for (int i = 0; i < Math.min(mine.size(), others.size()); i++) {
                    assertThat(mine.get(i)).as("%s, line %d", what, i + 1).isEqualTo(others.get(i));
                }
                assertThat(mine).as(what).hasSameSizeAs(others);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
