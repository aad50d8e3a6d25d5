package io.kaagent.weave;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Turns the bytes of a class into its woven bytes, with the ASM that Byte Buddy carries. No member is added, so a class that is loaded
 * already can be retransformed; methods without a seam are copied as they are, and nothing is loaded to do it (docs/adr/0002).
 */
final class Splicer {
    /** The tag of a class in the constant pool (JVMS 4.4). */
    private static final int CONSTANT_CLASS = 7;

    private Splicer() {}

    /**
     * @param owner internal name of the class
     * @param seams the seams of this class; each must match exactly one method with a body, an optional one may match none
     * @param report is told of each seam that is in the result
     * @throws IllegalStateException if a seam matches none or several
     * @throws IllegalArgumentException if the class file is of a JDK newer than ASM knows
     */
    static byte[] splice(String owner, List<Seam> seams, byte[] classFile, SeamReport report) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        Methods methods = new Methods(writer, owner, seams);
        reader.accept(methods, 0);
        methods.requireAll();
        byte[] woven = writer.toByteArray();
        methods.tell(report);
        return woven;
    }

    /** Whether a class file names all of these classes. A search of all its bytes would be among the dearest steps of the start. */
    static boolean names(byte[] classFile, Set<String> classes) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        int found = 0;
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && reader.readByte(at - 1) == CONSTANT_CLASS && classes.contains(reader.readUTF8(at, buffer))) {
                found++; // javac, ASM and the JVM name a class once
            }
        }
        return found >= classes.size();
    }

    private static final class Methods extends ClassVisitor {
        private final String owner;
        private final List<Seam> seams;
        private final int[] found;

        Methods(ClassVisitor next, String owner, List<Seam> seams) {
            super(Opcodes.ASM9, next);
            this.owner = owner;
            this.seams = seams;
            this.found = new int[seams.size()];
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            for (int i = 0; i < seams.size(); i++) {
                if (seams.get(i).matches(name, descriptor) && (access & Opcodes.ACC_BRIDGE) == 0) {
                    found[i]++;
                    return new SplicedMethod(
                            method,
                            owner,
                            name,
                            access,
                            descriptor,
                            seams.get(i).splices());
                }
            }
            return method;
        }

        void tell(SeamReport report) {
            for (int i = 0; i < found.length; i++) {
                if (found[i] == 1) {
                    report.wove(seams.get(i));
                }
            }
        }

        void requireAll() {
            for (int i = 0; i < found.length; i++) {
                if (found[i] != 1 && !(found[i] == 0 && seams.get(i).isOptional())) {
                    throw new IllegalStateException(found[i] + " methods match " + seams.get(i));
                }
            }
        }
    }
}
