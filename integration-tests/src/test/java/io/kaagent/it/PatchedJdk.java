package io.kaagent.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** A JDK some of whose methods have other names: what a future release might look like. It works as before. */
final class PatchedJdk {
    private static final List<String> CLASSES = List.of(
            "sun/net/www/http/HttpClient",
            "sun/net/www/http/KeepAliveCache",
            "sun/net/www/protocol/http/HttpURLConnection",
            "sun/net/www/protocol/https/HttpsClient");

    private PatchedJdk() {}

    /** The JVM option that puts the classes into force, after writing them below {@code directory}. */
    static String renaming(Jdk jdk, String owner, String method, String descriptor, Path directory) throws IOException {
        try (FileSystem classes = classesOf(jdk)) {
            Path root = jdk.isAtLeast(9) ? classes.getPath("modules", "java.base") : classes.getPath("/");
            for (String name : CLASSES) {
                byte[] bytes = Files.readAllBytes(root.resolve(name + ".class"));
                Path file = directory.resolve(name + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, renamed(bytes, owner, method, descriptor));
            }
        }
        return jdk.isAtLeast(9) ? "--patch-module=java.base=" + directory : "-Xbootclasspath/p:" + directory;
    }

    private static FileSystem classesOf(Jdk jdk) throws IOException {
        return jdk.isAtLeast(9)
                ? FileSystems.newFileSystem(
                        URI.create("jrt:/"), Map.of("java.home", jdk.home().toString()))
                : FileSystems.newFileSystem(jdk.home().resolve("jre/lib/rt.jar"));
    }

    private static byte[] renamed(byte[] original, String owner, String method, String descriptor) {
        ClassWriter writer = new ClassWriter(0);
        Remapper renaming = new Remapper(Opcodes.ASM9) {
            @Override
            public String mapMethodName(String in, String name, String of) {
                return in.equals(owner) && name.equals(method) && of.equals(descriptor) ? method + "Renamed" : name;
            }
        };
        new ClassReader(original).accept(new ClassRemapper(writer, renaming), 0);
        return writer.toByteArray();
    }
}
