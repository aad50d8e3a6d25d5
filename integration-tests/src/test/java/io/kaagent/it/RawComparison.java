package io.kaagent.it;

import io.kaagent.it.child.raw.IdiomCase;
import io.kaagent.it.child.raw.Transport;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Tests that compare what raw clients see with the agent and without, once for each JDK. */
@OnEveryJdk
abstract class RawComparison {
    /** How many requests to make of each idiom; null if that is not said. */
    static final Integer REQUESTS = Integer.getInteger("ka.it.rawRequests");

    @Parameter
    Jdk jdk;

    @TempDir
    private Path directory;

    private RawPair pair;

    @BeforeParameterizedClassInvocation
    void start() {
        pair = new RawPair(jdk);
    }

    @AfterParameterizedClassInvocation
    void end() {
        pair.close();
    }

    /** @param each how many requests of each idiom; null for as many as each of them needs */
    void assertSeesTheSame(IdiomCase idiom, Transport transport, int threads, Integer each) {
        pair.assertSeesTheSame(idiom, transport, threads, idiom.requests(each, threads), directory);
    }
}
