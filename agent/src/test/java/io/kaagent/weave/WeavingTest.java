package io.kaagent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of {@code java.lang.instrument}; the classes stay as they are. */
class WeavingTest {
    private final Seams seams = Seams.none().withUrlConnections().withRawSockets(false);
    private final List<ClassFileTransformer> transformers = new ArrayList<>();
    private final List<ClassDefinition> redefined = new ArrayList<>();
    private final Map<String, byte[]> begunFrom = new HashMap<>();
    private RuntimeException refusal;
    private boolean changes;
    private boolean goesBack;

    @Test
    void redefinesAllClassesAtOnceAndLeavesNoTransformerBehind() {
        SeamReport report = weaving().install();
        assertThat(report.complete()).isTrue();
        assertThat(redefined).hasSize(seams.owners().size());
        assertThat(transformers).isEmpty();
    }

    @Test
    void whereTheJvmRefusesNoSeamIsInPlace() {
        refusal = new UnsupportedOperationException("no such capability");
        SeamReport report = weaving().install();
        assertThat(report.complete()).isFalse();
        assertThat(report.woven()).isZero();
        assertThat(report.missing()).contains("KeepAliveCache.put").contains("redefining: " + refusal);
        assertThat(transformers).isEmpty();
    }

    @Test
    void staysIfAnotherAgentWeavesThemAsWell() {
        changes = true;
        assertThat(weaving().install().complete()).isTrue();
        assertThat(transformers).hasSize(1);
    }

    @Test
    void looksForNoOthersIfThereAreNone() {
        goesBack = true;
        assertThat(weaving().alone().install().complete()).isTrue();
        assertThat(transformers).isEmpty();
    }

    @Test
    void staysWhereOthersWouldBeginFromWhatItWasBefore() {
        assumeTrue(Runtime.version().feature() < 21, "later ones begin from the redefinition");
        goesBack = true;
        assertThat(weaving().install().complete()).isTrue();
        assertThat(transformers).hasSize(1);
    }

    private Weaving weaving() {
        Object instrumentation = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> instrument(method, arguments));
        return new Weaving((Instrumentation) instrumentation, seams);
    }

    private Object instrument(Method method, Object[] arguments) throws Exception {
        switch (method.getName()) {
            case "addTransformer" -> transformers.add((ClassFileTransformer) arguments[0]);
            case "removeTransformer" -> {
                return transformers.remove(arguments[0]);
            }
            case "retransformClasses" -> {
                for (Class<?> type : (Class<?>[]) arguments[0]) {
                    String name = type.getName().replace('.', '/');
                    byte[] begin = goesBack ? classFile(name) : begunFrom.getOrDefault(name, classFile(name));
                    transformers.get(0).transform(null, name, type, null, begin);
                }
            }
            case "redefineClasses" -> redefine((ClassDefinition[]) arguments[0]);
            default -> throw new AssertionError(method);
        }
        return null;
    }

    private void redefine(ClassDefinition[] definitions) throws Exception {
        if (refusal != null) {
            throw refusal;
        }
        for (ClassDefinition definition : definitions) {
            byte[] classFile = definition.getDefinitionClassFile().clone();
            classFile[5] += changes ? 1 : 0;
            String name = definition.getDefinitionClass().getName().replace('.', '/');
            transformers.get(0).transform(null, name, definition.getDefinitionClass(), null, classFile);
            begunFrom.put(name, definition.getDefinitionClassFile());
            redefined.add(definition);
        }
    }

    private static byte[] classFile(String owner) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(owner + ".class")) {
            return in.readAllBytes();
        }
    }
}
