package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The manifest puts a file called ka-agent.jar on the boot path: a renamed copy may find an old one beside it. */
@OnEveryJdk
class StaleCopyIT {
    private static final String VERSION = "0.1.0";
    private static final String OLD_VERSION = "0.0.9";

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void isNoticedAndTheApplicationRuns() throws IOException {
        Path renamed = Files.copy(BuiltJar.path(), directory.resolve("ka-agent-new.jar"));
        writeOldCopy(directory.resolve("ka-agent.jar"));
        FinishedJvm finished = AgentJvm.on(jdk).agent(renamed, "").run(Hello.class);
        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).contains("hello");
        assertThat(finished.err())
                .anySatisfy(line -> assertThat(line).startsWith("ka-agent").contains(OLD_VERSION, VERSION));
    }

    /** The same jar with another version in all of its files; the same length keeps the class files valid. */
    private static void writeOldCopy(Path copy) throws IOException {
        try (JarFile built = new JarFile(BuiltJar.path().toFile());
                OutputStream file = Files.newOutputStream(copy);
                JarOutputStream out = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(built.entries())) {
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = built.getInputStream(entry)) {
                    out.write(withOldVersion(in.readAllBytes()));
                }
                out.closeEntry();
            }
        }
    }

    /** A character for each byte, so that all others stay as they are. */
    private static byte[] withOldVersion(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(VERSION, OLD_VERSION).getBytes(StandardCharsets.ISO_8859_1);
    }
}
