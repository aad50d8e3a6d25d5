package io.kaagent.it.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The built jar: its entries in the order of the file, its manifest and its classes. */
final class AgentJar {
    private static final Path PATH = Path.of(System.getProperty("ka.it.agentJar"));

    private AgentJar() {}

    static long size() throws IOException {
        return Files.size(PATH);
    }

    static Attributes manifest() throws IOException {
        try (JarFile jar = new JarFile(PATH.toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }

    static List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = open()) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** All classes, the relocated libraries among them. */
    static List<ClassFile> classes() {
        List<ClassFile> classes = new ArrayList<>();
        try (ZipInputStream zip = open()) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    classes.add(new ClassFile(entry.getName(), zip.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    /** The classes written for the agent. */
    static List<ClassFile> ownClasses() {
        return classes().stream().filter(ClassFile::isOurs).toList();
    }

    private static ZipInputStream open() throws IOException {
        InputStream bytes = Files.newInputStream(PATH);
        return new ZipInputStream(bytes);
    }
}
