package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule 11 with real threads. */
@Timeout(60)
class QueueOrderTest {
    private static final int CALLERS = 50;

    private final TestPool test = new TestPool();
    private final List<Integer> served = Collections.synchronizedList(new ArrayList<>());

    @Test
    void servesFiftyThreadsOnOneConnectionInTheOrderTheyAsked() throws Exception {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int number = i;
            Thread caller = new Thread(() -> takeAndGive(number));
            callers.add(caller);
            caller.start();
            while (test.pool.snapshot().waiting() <= i) {
                Thread.onSpinWait(); // until it stands in the queue
            }
        }
        test.give(c);
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(served).isEqualTo(IntStream.range(0, CALLERS).boxed().toList());
        assertThat(test.counters().created()).isEqualTo(1);
        assertThat(test.counters().handedOff()).isEqualTo(CALLERS);
        assertThat(test.freeCount()).isEqualTo(1);
    }

    private void takeAndGive(int number) {
        try {
            Connection c = test.pool.take(A, false, 0);
            served.add(number);
            test.give(c);
        } catch (Exception e) {
            served.add(-1);
        }
    }
}
