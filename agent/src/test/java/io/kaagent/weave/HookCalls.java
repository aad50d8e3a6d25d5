package io.kaagent.weave;

import io.kaagent.hook.ManagementHooks;
import io.kaagent.hook.ResponseHooks;
import io.kaagent.hook.SocketHooks;
import io.kaagent.hook.UrlHooks;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Which hooks woven code calls, and which there are, both as {@code Owner.name(descriptor)}. */
final class HookCalls {
    private HookCalls() {}

    static Set<String> in(byte[] classFile) {
        Set<String> calls = new TreeSet<>();
        new ClassReader(classFile).accept(new Calls(calls), 0);
        return calls;
    }

    static Set<String> declared() {
        Set<String> hooks = new TreeSet<>();
        for (Class<?> owner :
                new Class<?>[] {UrlHooks.class, ResponseHooks.class, SocketHooks.class, ManagementHooks.class}) {
            for (Method method : owner.getMethods()) {
                if (Modifier.isStatic(method.getModifiers())) {
                    hooks.add(Type.getInternalName(owner) + "." + method.getName() + Type.getMethodDescriptor(method));
                }
            }
        }
        return hooks;
    }

    private static final class Calls extends ClassVisitor {
        private final Set<String> calls;

        Calls(Set<String> calls) {
            super(Opcodes.ASM9);
            this.calls = calls;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
                    if (owner.startsWith("io/kaagent/")) {
                        calls.add(owner + "." + called + calledDescriptor);
                    }
                }
            };
        }
    }
}
