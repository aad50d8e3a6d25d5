package io.kaagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.socket.ImplCalls;
import io.kaagent.socket.RawSocket;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.SocketImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;

/** The class file of the wrapper for the JDK that runs the test. Not loaded: only an agent's classes are where it is. */
class WrapperClassTest {
    private static final String NAME = "java/net/KaAgentSocketImpl";
    private static final String RAW = Type.getInternalName(RawSocket.class);

    private final byte[] classFile = new WrapperClass(NAME, SocketImpl.class, ImplCalls.class, RawSocket.class).write();
    private final Set<String> methods = new TreeSet<>();
    private final List<String> calls = new ArrayList<>();
    private boolean branches;

    WrapperClassTest() {
        read();
    }

    @Test
    void overridesEveryMethodThatASocketImplHasHere() {
        for (Method method : SocketImpl.class.getDeclaredMethods()) {
            int access = method.getModifiers();
            if (!Modifier.isStatic(access) && !Modifier.isPrivate(access) && !Modifier.isFinal(access)) {
                assertThat(methods).contains(method.getName() + Type.getMethodDescriptor(method));
            }
        }
    }

    @Test
    void overridesTheOptionsToo() {
        assertThat(methods).contains("setOption(ILjava/lang/Object;)V", "getOption(I)Ljava/lang/Object;");
    }

    @Test
    void implementsEveryCall() {
        for (Method method : ImplCalls.class.getDeclaredMethods()) {
            assertThat(methods).contains(method.getName() + Type.getMethodDescriptor(method));
        }
    }

    @Test
    void whatTheRawSocketHasGoesToIt() {
        for (String method : List.of(
                "connect(Ljava/net/SocketAddress;I)V",
                "bind(Ljava/net/InetAddress;I)V",
                "close()V",
                "getInputStream()Ljava/io/InputStream;",
                "getOutputStream()Ljava/io/OutputStream;",
                "available()I",
                "shutdownInput()V",
                "shutdownOutput()V",
                "sendUrgentData(I)V",
                "getInetAddress()Ljava/net/InetAddress;",
                "getPort()I",
                "getLocalPort()I",
                "setOption(ILjava/lang/Object;)V",
                "getOption(I)Ljava/lang/Object;",
                "setOption(Ljava/net/SocketOption;Ljava/lang/Object;)V",
                "getOption(Ljava/net/SocketOption;)Ljava/lang/Object;")) {
            assertThat(calls).contains(method + " -> " + RAW + "." + method);
        }
    }

    @Test
    void theRestGoesToTheImplThatItHas() {
        for (String method : List.of("listen(I)V", "getFileDescriptor()Ljava/io/FileDescriptor;")) {
            assertThat(calls).contains(method + " -> " + RAW + ".impl()Ljava/net/SocketImpl;");
            assertThat(calls).contains(method + " -> java/net/SocketImpl." + method);
        }
    }

    @Test
    void theWayBackCallsTheImplThatIsGiven() {
        assertThat(calls)
                .contains("close(Ljava/net/SocketImpl;)V -> java/net/SocketImpl.close()V")
                .contains("connect(Ljava/net/SocketImpl;Ljava/net/SocketAddress;I)V"
                        + " -> java/net/SocketImpl.connect(Ljava/net/SocketAddress;I)V");
    }

    @Test
    void aMethodThatThisJdkLacksDoesNothing() {
        boolean known = Set.of(SocketImpl.class.getDeclaredMethods()).stream()
                .anyMatch(method -> method.getName().equals("setSocket"));
        String call = "setSocket(Ljava/net/SocketImpl;Ljava/net/Socket;)V";
        assertThat(methods).contains(call);
        assertThat(calls.stream().filter(c -> c.startsWith(call)).count()).isEqualTo(known ? 1 : 0);
    }

    @Test
    void needsNoStackMap() {
        assertThat(branches).isFalse();
        assertThat(new ClassReader(classFile).readUnsignedShort(6)).isEqualTo(Opcodes.V1_8);
    }

    @Test
    void isAClassOfThePackageOfSockets() {
        ClassReader reader = new ClassReader(classFile);
        assertThat(reader.getClassName()).isEqualTo(NAME);
        assertThat(reader.getSuperName()).isEqualTo("java/net/SocketImpl");
        assertThat(reader.getInterfaces()).containsExactly(Type.getInternalName(ImplCalls.class));
    }

    private void read() {
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                methods.add(name + descriptor);
                                return callsOf(name + descriptor);
                            }
                        },
                        0);
    }

    private MethodVisitor callsOf(String caller) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                calls.add(caller + " -> " + owner + "." + name + descriptor);
            }

            @Override
            public void visitJumpInsn(int opcode, net.bytebuddy.jar.asm.Label label) {
                branches = true;
            }
        };
    }
}
