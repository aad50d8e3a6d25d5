package io.kaagent.weave;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the class file of the wrapper around a {@code SocketImpl}. It differs from JDK to JDK, since {@code SocketImpl} has package-private
 * methods that have come and gone: whatever this JDK's has is overridden. What the raw socket wants to see goes to it, the rest
 * to the impl that the raw socket has at that moment. No method has a branch, so no stack map is needed.
 *
 * <p>Its second half, the interface {@code calls}, is the way back: the protected methods of any {@code SocketImpl}.
 */
final class WrapperClass {
    private static final String SUPER = "java/net/SocketImpl";

    private final String name;
    private final Class<?> impl;
    private final Class<?> calls;
    private final Class<?> raw;
    private final String rawType;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    /**
     * @param name internal name of the class to write, in {@code java/net}
     * @param impl {@code java.net.SocketImpl}
     * @param calls the interface it implements
     * @param raw whom it calls
     */
    WrapperClass(String name, Class<?> impl, Class<?> calls, Class<?> raw) {
        this.name = name;
        this.impl = impl;
        this.calls = calls;
        this.raw = raw;
        this.rawType = Type.getDescriptor(raw);
    }

    byte[] write() {
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
        writer.visit(Opcodes.V1_8, access, name, null, SUPER, new String[] {Type.getInternalName(calls)});
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "raw", rawType, null, null);
        constructor();
        for (Method method : impl.getDeclaredMethods()) {
            if (isOverridable(method)) {
                override(method);
            }
        }
        override("setOption", "(ILjava/lang/Object;)V", Opcodes.ACC_PUBLIC, true);
        override("getOption", "(I)Ljava/lang/Object;", Opcodes.ACC_PUBLIC, true);
        for (Method method : calls.getDeclaredMethods()) {
            call(method);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void constructor() {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(" + rawType + ")V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "raw", rawType);
        end(code, Type.VOID_TYPE);
    }

    private void override(Method method) {
        int access = method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED);
        override(method.getName(), Type.getMethodDescriptor(method), access, isSeen(method));
    }

    private void override(String method, String descriptor, int access, boolean seen) {
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, "raw", rawType);
        if (!seen) {
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, Type.getInternalName(raw), "impl", "()Ljava/net/SocketImpl;", false);
        }
        load(code, Type.getArgumentTypes(descriptor), 0, 1);
        String callee = seen ? Type.getInternalName(raw) : SUPER;
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, callee, method, descriptor, false);
        end(code, Type.getReturnType(descriptor));
    }

    private void call(Method method) {
        String descriptor = Type.getMethodDescriptor(method);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), descriptor, null, null);
        code.visitCode();
        Type[] parameters = Type.getArgumentTypes(descriptor);
        if (method.getName().equals("wrap")) {
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            load(code, parameters, 0, 1);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "(" + rawType + ")V", false);
        } else if (parameters.length == 0) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, "raw", rawType);
        } else if (isKnown(method)) {
            load(code, parameters, 0, 1);
            Type[] rest = new Type[parameters.length - 1];
            System.arraycopy(parameters, 1, rest, 0, rest.length);
            String called = Type.getMethodDescriptor(Type.getReturnType(descriptor), rest);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, SUPER, method.getName(), called, false);
        }
        end(code, Type.getReturnType(descriptor));
    }

    private static void load(MethodVisitor code, Type[] parameters, int from, int slot) {
        int next = slot;
        for (int i = from; i < parameters.length; i++) {
            code.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), next);
            next += parameters[i].getSize();
        }
    }

    private static void end(MethodVisitor code, Type result) {
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static boolean isOverridable(Method method) {
        return (method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE | Modifier.FINAL)) == 0
                && !method.isSynthetic();
    }

    private boolean isSeen(Method method) {
        return has(raw, method.getName(), method.getParameterTypes());
    }

    /** Whether this JDK has the method that a call stands for: all but {@code setSocket} are in every one. */
    private boolean isKnown(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        Class<?>[] rest = new Class<?>[parameters.length - 1];
        System.arraycopy(parameters, 1, rest, 0, rest.length);
        return has(impl, method.getName(), rest);
    }

    private static boolean has(Class<?> type, String name, Class<?>[] parameters) {
        try {
            type.getDeclaredMethod(name, parameters);
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
