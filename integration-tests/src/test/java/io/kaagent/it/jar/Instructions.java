package io.kaagent.it.jar;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the code of a class does that its list of types does not tell. */
final class Instructions extends ClassVisitor {
    private final Set<String> dynamicMethods = new TreeSet<>();
    private final Set<String> calls = new TreeSet<>();

    Instructions() {
        super(Opcodes.ASM9);
    }

    /** Methods of this class that have to be linked by {@code java.lang.invoke} when they first run. */
    Set<String> dynamicMethods() {
        return dynamicMethods;
    }

    /** Methods that are called, as {@code java/lang/String.split}. */
    Set<String> calls() {
        return calls;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitInvokeDynamicInsn(String call, String type, Handle bootstrap, Object... arguments) {
                dynamicMethods.add(name + descriptor);
            }

            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof ConstantDynamic) {
                    dynamicMethods.add(name + descriptor);
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                calls.add(owner + "." + called);
            }
        };
    }
}
