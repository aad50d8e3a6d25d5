package io.kaagent.it;

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

/** The built agent as one of another version. */
final class OldCopy {
    static final String VERSION = "0.0.9";

    private static final String BUILT_VERSION = "0.1.0";

    private OldCopy() {}

    /** The same jar with another version in all of its files; the same length keeps the class files valid. */
    static void write(Path copy) throws IOException {
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
        return text.replace(BUILT_VERSION, VERSION).getBytes(StandardCharsets.ISO_8859_1);
    }
}
