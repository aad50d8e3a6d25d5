package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.weave.ObserverSeams;
import io.kaagent.weave.SeamReport;
import io.kaagent.weave.Seams;
import io.kaagent.weave.Weaving;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class StartLineTest {
    private static final String JDK = ", JDK " + System.getProperty("java.version");

    @Test
    void tellsVersionSeamsJdkAndMilliseconds() {
        assertThat(StartLine.of(installed(Seams.none()), false, null, 118_999_999))
                .isEqualTo("0.1.0: pooling on, 0 of 0 seams" + JDK + ", 118 ms");
    }

    @Test
    void tellsWhetherItOnlyObserves() {
        assertThat(StartLine.of(installed(Seams.none()), true, null, 0))
                .startsWith("0.1.0: observing, nothing is pooled, 0 of 0 seams");
        assertThat(StartLine.of(installed(ObserverSeams.all()), true, null, 0))
                .startsWith("0.1.0: not observing, 0 of 8 seams (this JDK is not as expected: Socket.connect");
    }

    @Test
    void tellsWhatIsMissing() {
        Seams seams = Seams.none().withRawSockets(true);
        assertThat(StartLine.of(installed(seams), false, null, 0))
                .startsWith("0.1.0: pooling off, 0 of ")
                .contains(" seams (this JDK is not as expected: Socket.connect")
                .endsWith(")" + JDK + ", 0 ms");
    }

    @Test
    void tellsOfAnotherNameThanTheJarsOwn() {
        assertThat(StartLine.of(installed(Seams.none()), false, "pool.jar", 0))
                .contains(" (the jar is named pool.jar and not ka-agent.jar: ");
    }

    /** By a JVM that transforms nothing. */
    private static SeamReport installed(Seams seams) {
        Object jvm = Proxy.newProxyInstance(
                StartLineTest.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
        return new Weaving((Instrumentation) jvm, seams).install();
    }
}
