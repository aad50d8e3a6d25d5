package io.kaagent.it.jar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** One class of the jar, by the name of its entry. */
record ClassFile(String entry, byte[] bytes) {
    private static final String ROOT = "io/kaagent/";
    private static final int CONSTANT_UTF8 = 1;
    private static final String SHADED = ROOT + "shaded/";

    boolean isOurs() {
        return entry.startsWith(ROOT) && !entry.startsWith(SHADED);
    }

    /** The package of ours this class is in, such as {@code weave/advice}; empty for the root package. */
    String ownPackage() {
        return ownPackageOf(entry);
    }

    static String ownPackageOf(String internalName) {
        int end = internalName.lastIndexOf('/');
        return end < ROOT.length() ? "" : internalName.substring(ROOT.length(), end);
    }

    int majorVersion() {
        return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
    }

    /** All names and texts among the constants of the class. */
    List<String> texts() {
        ClassReader reader = new ClassReader(bytes);
        List<String> texts = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && bytes[offset - 1] == CONSTANT_UTF8) {
                int length = reader.readUnsignedShort(offset);
                texts.add(new String(bytes, offset + 2, length, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Internal names of all types that the class refers to: in code, descriptors, signatures and annotations. */
    Set<String> references() {
        Set<String> names = new TreeSet<>();
        Remapper collector = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                names.add(internalName);
                return internalName;
            }
        };
        new ClassReader(bytes).accept(new ClassRemapper(new ClassWriter(0), collector), 0);
        return names;
    }

    Instructions instructions() {
        Instructions instructions = new Instructions();
        new ClassReader(bytes).accept(instructions, ClassReader.SKIP_DEBUG);
        return instructions;
    }

    @Override
    public String toString() {
        return entry;
    }
}
