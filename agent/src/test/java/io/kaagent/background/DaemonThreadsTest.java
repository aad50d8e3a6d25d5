package io.kaagent.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final BlockingQueue<Thread> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> inherited = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        end.countDown();
        Await.endOfThreads("ka-agent-test");
    }

    @Test
    void areDaemonsOfThatName() throws InterruptedException {
        Thread thread = startedBy(Thread.currentThread().getThreadGroup());
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("ka-agent-test");
    }

    @Test
    void takeAlongNothingOfTheThreadThatStartsThem() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("of the application");
        Thread thread = startedBy(group);
        assertThat(thread.getContextClassLoader()).isNull();
        assertThat(inherited.take()).isEqualTo("nothing");
        assertThat(thread.getThreadGroup()).isNotSameAs(group);
    }

    /** Still running when it is looked at: a thread that has ended has no group. */
    private Thread startedBy(ThreadGroup group) throws InterruptedException {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        Thread application = new Thread(group, () -> {
            local.set("of the application");
            Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0]));
            DaemonThreads.start("ka-agent-test", () -> {
                inherited.add(local.get() == null ? "nothing" : local.get());
                started.add(Thread.currentThread());
                awaitTheEnd();
            });
        });
        application.start();
        application.join();
        return started.take();
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
