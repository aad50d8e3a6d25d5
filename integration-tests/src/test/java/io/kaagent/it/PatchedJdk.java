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

/** A JDK that is not quite what it was: what a future release might look like. It works as before. */
final class PatchedJdk {
    private static final List<String> HTTP_CLASSES = List.of(
            "sun/net/www/http/HttpClient",
            "sun/net/www/http/KeepAliveCache",
            "sun/net/www/protocol/http/HttpURLConnection",
            "sun/net/www/protocol/https/HttpsClient");

    private PatchedJdk() {}

    /** The JVM option that brings a JDK whose method has another name, after writing its classes below {@code directory}. */
    static String renaming(Jdk jdk, String owner, String method, String descriptor, Path directory) throws IOException {
        return patched(jdk, HTTP_CLASSES, directory, new Remapper(Opcodes.ASM9) {
            @Override
            public String mapMethodName(String in, String name, String of) {
                return in.equals(owner) && name.equals(method) && of.equals(descriptor) ? method + "Renamed" : name;
            }
        });
    }

    /** The JVM option that brings a JDK with another version, and nothing else that is different. */
    static String claimingToBe(int feature, Jdk jdk, Path directory) throws IOException {
        String version = "^" + jdk.feature() + "(?=$|[.+-])";
        return patched(jdk, List.of("java/lang/VersionProps"), directory, new Remapper(Opcodes.ASM9) {
            @Override
            public Object mapValue(Object value) {
                return value instanceof String text ? text.replaceFirst(version, "" + feature) : super.mapValue(value);
            }
        });
    }

    private static String patched(Jdk jdk, List<String> names, Path directory, Remapper change) throws IOException {
        try (FileSystem classes = classesOf(jdk)) {
            Path root = jdk.isAtLeast(9) ? classes.getPath("modules", "java.base") : classes.getPath("/");
            for (String name : names) {
                ClassWriter writer = new ClassWriter(0);
                byte[] original = Files.readAllBytes(root.resolve(name + ".class"));
                new ClassReader(original).accept(new ClassRemapper(writer, change), 0);
                Path file = directory.resolve(name + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, writer.toByteArray());
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
}
