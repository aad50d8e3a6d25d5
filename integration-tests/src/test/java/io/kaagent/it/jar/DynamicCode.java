package io.kaagent.it.jar;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the methods of a class that need linking by {@code java.lang.invoke} when they first run. */
final class DynamicCode extends ClassVisitor {
    private final Set<String> methods = new TreeSet<>();

    DynamicCode() {
        super(Opcodes.ASM9);
    }

    Set<String> methods() {
        return methods;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitInvokeDynamicInsn(String call, String type, Handle bootstrap, Object... arguments) {
                methods.add(name + descriptor);
            }

            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof ConstantDynamic) {
                    methods.add(name + descriptor);
                }
            }
        };
    }
}
