package io.kaagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** The seams against the class files of the JDK that runs the test. Nothing is loaded or changed in this JVM. */
class WeaverTest {
    private static final String CACHE = "sun/net/www/http/KeepAliveCache";

    private final Seams seams = Seams.none()
            .withUrlConnections()
            .withLostConnections()
            .withForcedKeepAlive()
            .withRawSockets(true)
            .withManagement();
    private final SeamReport report = new SeamReport(seams.all());
    private final Weaver weaver = new Weaver(seams, report);

    @Test
    void findsEverySeamInThisJdk() throws IOException {
        for (String owner : owners()) {
            assertThat(woven(owner, classFile(owner))).as(owner).isNotNull();
        }
        assertThat(report.missing()).isEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(report.woven()).isEqualTo(seams.all().size());
    }

    @Test
    void addsNoMemberSoThatALoadedClassCanBeRetransformed() throws IOException {
        for (String owner : owners()) {
            byte[] before = classFile(owner);
            byte[] after = woven(owner, before);
            assertThat(members(after)).as(owner).isEqualTo(members(before));
        }
    }

    @Test
    void leavesEveryOtherClassAlone() throws IOException {
        String other = "java/net/DatagramSocket";
        assertThat(weaver.transform(null, other, null, null, classFile(other))).isNull();
        assertThat(weaver.hasSeen(other)).isFalse();
    }

    @Test
    void leavesAClassOfTheSameNameInAnApplicationAlone() throws IOException {
        ClassLoader application = getClass().getClassLoader();
        assertThat(weaver.transform(application, CACHE, null, null, classFile(CACHE)))
                .isNull();
        assertThat(weaver.hasSeen(CACHE)).isFalse();
    }

    @Test
    void saysWhichSeamIsMissingAndLeavesTheClassAlone() throws IOException {
        byte[] withoutPut = renamed(classFile(CACHE), "put", "store");
        assertThat(woven(CACHE, withoutPut)).isNull();
        assertThat(report.complete()).isFalse();
        assertThat(report.missing()).contains("KeepAliveCache.put").contains("0 methods match KeepAliveCache.put");
    }

    @Test
    void doesWithoutASeamThatIsOptional() throws IOException {
        String owner = seams.all().stream()
                .filter(seam -> seam.toString().endsWith(".create"))
                .map(Seam::owner)
                .findFirst()
                .orElseThrow();
        assertThat(woven(owner, renamed(classFile(owner), "create", "make"))).isNotNull();
        for (String other : owners()) {
            if (!other.equals(owner)) {
                woven(other, classFile(other));
            }
        }
        assertThat(report.complete()).isTrue();
        assertThat(report.woven()).isEqualTo(report.wanted() - 1);
    }

    @Test
    void leavesAClassOfAJdkAloneThatIsNewerThanAsmKnows() throws IOException {
        byte[] newer = classFile(CACHE);
        newer[6] = 0;
        newer[7] = 120; // class file version 120, far beyond JDK 25's 69
        assertThat(woven(CACHE, newer)).isNull();
        assertThat(report.missing()).contains(CACHE + ": java.lang.IllegalArgumentException");
    }

    @Test
    void leavesAClassAsItIsWrittenWhenItIsRedefined() throws IOException {
        byte[] woven = woven(CACHE, classFile(CACHE));
        assertThat(weaver.transform(null, CACHE, null, null, woven)).isNull();
        assertThat(weaver.isSharing()).isFalse();
    }

    @Test
    void doesNotLetAnotherAgentThatWasThereBeforeWeaveItTwice() throws IOException {
        byte[] woven = woven(CACHE, renamed(classFile(CACHE), "keepAlive", "kept"));
        assertThat(weaver.transform(null, CACHE, null, null, renamed(woven, "kept", "keptTwice")))
                .isEqualTo(woven)
                .isNotSameAs(woven);
        assertThat(weaver.isSharing()).isTrue();
    }

    @Test
    void callsOnlyHooksThatExist() throws IOException {
        Set<String> called = new TreeSet<>();
        for (String owner : owners()) {
            called.addAll(HookCalls.in(woven(owner, classFile(owner))));
        }
        assertThat(HookCalls.declared()).containsAll(called);
        assertThat(called).hasSize(34);
    }

    private byte[] woven(String owner, byte[] classFile) {
        assertThat(weaver.transform(null, owner, null, null, classFile)).isNull();
        return weaver.weave(owner);
    }

    private List<String> owners() {
        return seams.owners();
    }

    private static byte[] classFile(String owner) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(owner + ".class")) {
            return in.readAllBytes();
        }
    }

    private static Set<String> members(byte[] classFile) {
        Set<String> members = new TreeSet<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                members.add(access + " " + name + descriptor);
                                return null;
                            }
                        },
                        0);
        return members;
    }

    private static byte[] renamed(byte[] classFile, String from, String to) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                String newName = name.equals(from) ? to : name;
                                return super.visitMethod(access, newName, descriptor, signature, exceptions);
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
