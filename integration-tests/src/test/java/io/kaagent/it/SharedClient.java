package io.kaagent.it;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Tests that talk to one and the same legacy application, once for each JDK. */
@OnEveryJdk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedClient {
    @Parameter
    Jdk jdk;

    ClientJvm client;

    /** The application's JVM. */
    abstract AgentJvm jvm();

    /** What the agent may warn of meanwhile. */
    String[] mayWarnOf() {
        return new String[0];
    }

    @BeforeParameterizedClassInvocation
    void start() {
        client = jvm().client().mayWarnOf(mayWarnOf());
    }

    @AfterParameterizedClassInvocation
    void end() {
        client.close();
    }
}
