package io.kaagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Classes of a directory in a jar, as JVMs want them that share classes. */
final class PackedClasses {
    private PackedClasses() {}

    /** Written once. */
    static Path of(Path classes, Path jar) throws IOException {
        if (Files.notExists(jar)) {
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.walk(classes)) {
                files.filter(Files::isRegularFile).forEach(file -> write(file, classes.relativize(file), out));
            }
        }
        return jar;
    }

    private static void write(Path file, Path name, JarOutputStream out) {
        try {
            out.putNextEntry(new JarEntry(name.toString().replace('\\', '/')));
            Files.copy(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
