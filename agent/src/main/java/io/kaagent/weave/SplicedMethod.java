package io.kaagent.weave;

import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Copies a method and puts the calls of the hooks into it. No local variable is added, so that the method's own stack map frames stay
 * as they are: the few frames that a jump or a handler of ours needs are written by hand.
 */
final class SplicedMethod extends MethodVisitor {
    /** More than any hook has arguments. */
    private static final int MORE_STACK = 8;

    private final String owner;
    private final boolean isConstructor;
    private final boolean isStatic;
    private final Type[] parameters;
    private final Type result;
    private final List<Splice> splices;
    private final Label start = new Label();
    private boolean begun;

    SplicedMethod(MethodVisitor next, String owner, String name, int access, String descriptor, List<Splice> splices) {
        super(Opcodes.ASM9, next);
        this.owner = owner;
        this.isConstructor = name.equals("<init>");
        this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
        this.parameters = Type.getArgumentTypes(descriptor);
        this.result = Type.getReturnType(descriptor);
        this.splices = splices;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (!isConstructor) {
            begin();
        }
    }

    /** A constructor may do nothing with its object before that: the first one it calls is taken to be that of its superclass. */
    @Override
    public void visitMethodInsn(int opcode, String called, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, called, name, descriptor, isInterface);
        if (isConstructor && !begun && name.equals("<init>")) {
            begin();
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            for (Splice splice : splices) {
                if (splice.place == Splice.Place.AFTER) {
                    call(splice, Type.VOID_TYPE);
                } else if (splice.place == Splice.Place.CHANGE) {
                    change(splice);
                }
            }
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        for (Splice splice : splices) {
            if (splice.place == Splice.Place.FAILED) {
                handler(splice);
            }
        }
        super.visitMaxs(maxStack + MORE_STACK, maxLocals);
    }

    private void begin() {
        begun = true;
        for (Splice splice : splices) {
            if (splice.place == Splice.Place.BEFORE) {
                call(splice, Type.VOID_TYPE);
            } else if (splice.place == Splice.Place.ASK) {
                ask(splice);
            }
        }
        super.visitLabel(start);
    }

    private void ask(Splice splice) {
        Label goOn = new Label();
        boolean answersObject = result.getSort() == Type.OBJECT;
        call(splice, answersObject ? Type.getObjectType("java/lang/Object") : Type.BOOLEAN_TYPE);
        if (answersObject) {
            super.visitInsn(Opcodes.DUP);
            super.visitJumpInsn(Opcodes.IFNULL, goOn);
            super.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
            super.visitInsn(Opcodes.ARETURN);
            super.visitLabel(goOn);
            super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Object"});
            super.visitInsn(Opcodes.POP);
        } else {
            super.visitJumpInsn(Opcodes.IFEQ, goOn);
            if (result.getSort() == Type.BOOLEAN) {
                super.visitInsn(Opcodes.ICONST_1);
            }
            super.visitInsn(result.getOpcode(Opcodes.IRETURN));
            super.visitLabel(goOn);
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            super.visitInsn(Opcodes.NOP); // the method's first instruction may have a frame of its own
        }
    }

    private void change(Splice splice) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                splice.owner,
                splice.hook,
                "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                false);
        super.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
    }

    /** Last in the exception table: the method's own handlers come first. Of the locals it needs {@code this} at most. */
    private void handler(Splice splice) {
        Label handler = new Label();
        super.visitLabel(handler);
        Object[] locals = isStatic ? new Object[0] : new Object[] {owner};
        super.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        call(splice, Type.VOID_TYPE);
        super.visitInsn(Opcodes.ATHROW);
        super.visitTryCatchBlock(start, handler, handler, "java/lang/Throwable");
    }

    private void call(Splice splice, Type answer) {
        StringBuilder descriptor = new StringBuilder("(");
        for (int argument : splice.arguments) {
            if (argument == Splice.THIS) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                descriptor.append("Ljava/lang/Object;");
            } else if (argument == Splice.RESULT || argument == Splice.THROWN) {
                super.visitInsn(Opcodes.DUP);
                descriptor.append(argument == Splice.THROWN ? "Ljava/lang/Object;" : passed(result));
            } else {
                load(argument);
                descriptor.append(passed(parameters[argument]));
            }
        }
        descriptor.append(')').append(answer.getDescriptor());
        super.visitMethodInsn(Opcodes.INVOKESTATIC, splice.owner, splice.hook, descriptor.toString(), false);
    }

    private static String passed(Type type) {
        return type.getSort() >= Type.ARRAY ? "Ljava/lang/Object;" : type.getDescriptor();
    }

    private void load(int argument) {
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < argument; i++) {
            slot += parameters[i].getSize();
        }
        super.visitVarInsn(parameters[argument].getOpcode(Opcodes.ILOAD), slot);
    }
}
