package io.kaagent.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;

/** The agent's classes and SLF4J's, with SLF4J renamed as in the agent's jar, which does not exist yet when unit tests run. */
final class RelocatedJar extends Remapper {
    static final String SLF4J = "io/kaagent/shaded/slf4j/";

    private RelocatedJar() {
        super(OpenedClassReader.ASM_API);
    }

    static void write(Path jar, Path agentClasses, Path... libraries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            try (var files = Files.walk(agentClasses)) {
                for (Path file : files.filter(RelocatedJar::isClass).toList()) {
                    add(agentClasses.relativize(file).toString(), Files.readAllBytes(file), out);
                }
            }
            for (Path library : libraries) {
                try (JarFile file = new JarFile(library.toFile())) {
                    for (JarEntry entry :
                            file.stream().filter(RelocatedJar::isClass).toList()) {
                        try (InputStream in = file.getInputStream(entry)) {
                            add(entry.getName(), in.readAllBytes(), out);
                        }
                    }
                }
            }
        }
    }

    private static boolean isClass(Object entry) {
        return entry.toString().endsWith(".class") && !entry.toString().contains("META-INF");
    }

    private static void add(String name, byte[] bytes, OutputStream out) throws IOException {
        RelocatedJar names = new RelocatedJar();
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassRemapper(writer, names), 0);
        ((JarOutputStream) out).putNextEntry(new JarEntry(names.map(name)));
        out.write(writer.toByteArray());
    }

    @Override
    public String map(String internalName) {
        return internalName.startsWith("org/slf4j/")
                ? SLF4J + internalName.substring("org/slf4j/".length())
                : internalName;
    }

    /** Constants as well: that is how the names of slf4j-simple's properties change. */
    @Override
    public Object mapValue(Object value) {
        if (value instanceof String text && text.startsWith("org.slf4j.")) {
            return SLF4J.replace('/', '.') + text.substring("org.slf4j.".length());
        }
        return super.mapValue(value);
    }
}
