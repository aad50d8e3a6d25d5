package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules 11, 12 and 29 with real threads. */
@Timeout(60)
class QueueThreadsTest {
    private static final int CALLERS = 50;
    private static final int INTERRUPTED = -1;
    private static final int REFUSED = -2;

    private final TestPool test = new TestPool();
    private final List<Integer> served = Collections.synchronizedList(new ArrayList<>());

    @Test
    void servesFiftyThreadsOnOneConnectionInTheOrderTheyAsked() throws Exception {
        Connection c = full();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(startedAndWaiting(i));
        }
        test.give(c);
        join(callers);
        assertThat(served).isEqualTo(IntStream.range(0, CALLERS).boxed().toList());
        assertThat(test.counters().created()).isEqualTo(1);
        assertThat(test.counters().handedOff()).isEqualTo(CALLERS);
        assertThat(test.freeCount()).isEqualTo(1);
    }

    @Test
    void wakesEveryoneWhenItIsShutDown() throws Exception {
        full();
        List<Thread> callers = List.of(startedAndWaiting(0), startedAndWaiting(1));
        test.pool.shutdownNow();
        join(callers);
        assertThat(served).containsExactly(REFUSED, REFUSED);
    }

    @Test
    void anInterruptedThreadLeavesTheQueueToTheOthers() throws Exception {
        Connection c = full();
        List<Thread> callers = List.of(startedAndWaiting(0), startedAndWaiting(1));
        callers.get(0).interrupt();
        callers.get(0).join();
        assertThat(test.pool.snapshot().waiting()).isEqualTo(1);
        test.give(c);
        join(callers);
        assertThat(served).containsExactly(INTERRUPTED, 1);
    }

    private Connection full() {
        test.limits.maxSockets(1);
        return test.busy(A);
    }

    private Thread startedAndWaiting(int number) {
        Thread caller = new Thread(() -> takeAndGive(number));
        caller.start();
        while (test.pool.snapshot().waiting() <= number) {
            Thread.onSpinWait(); // until it stands in the queue
        }
        return caller;
    }

    private static void join(List<Thread> callers) throws InterruptedException {
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void takeAndGive(int number) {
        try {
            Connection c = test.pool.take(A, false, 0);
            served.add(number);
            test.give(c);
        } catch (InterruptedException e) {
            served.add(INTERRUPTED);
        } catch (Exception e) {
            served.add(REFUSED);
        }
    }
}
