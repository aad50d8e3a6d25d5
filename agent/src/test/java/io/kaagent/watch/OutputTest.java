package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final CapturedErr err = new CapturedErr();
    private final Output output = new Output();

    @AfterEach
    void restore() {
        err.close();
    }

    @Test
    void writesTheSameWithAndWithoutSlf4j() {
        output.write("WARN before", new IllegalStateException("why"));
        int length = err.lines().size();
        output.mayBind();
        output.write("WARN before", new IllegalStateException("why"));
        assertThat(output.isBound()).isTrue();
        assertThat(err.lines().subList(0, 2)).isEqualTo(err.lines().subList(length, length + 2));
        assertThat(err.lines().get(0)).isEqualTo("ka-agent WARN before");
    }

    @Test
    void bindsAtTheFirstLineAndNotBefore() {
        output.write("WARN a", null);
        output.mayBind();
        assertThat(output.isBound()).isFalse();
        output.write("WARN b", null);
        assertThat(output.isBound()).isTrue();
    }

    @Test
    void writesToTheErrorStreamOfTheMoment() {
        output.mayBind();
        output.write("WARN a", null);
        try (CapturedErr later = new CapturedErr()) {
            output.write("WARN b", null);
            assertThat(later.lines()).containsExactly("ka-agent WARN b");
        }
        assertThat(err.lines()).containsExactly("ka-agent WARN a");
    }

    @Test
    void leavesTheContextClassLoaderAsItWas() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        output.mayBind();
        output.write("WARN a", null);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void bindsOnALaterThreadWhereThisOneKeepsItsContextClassLoader() {
        output.mayBind();
        ForkJoinPool pool = new ForkJoinPool(1, StubbornThread::new, null, false);
        pool.submit(() -> output.write("WARN a", null)).join();
        pool.shutdown();
        assertThat(output.isBound()).isFalse();
        output.write("WARN b", null);
        assertThat(output.isBound()).isTrue();
        assertThat(err.lines()).containsExactly("ka-agent WARN a", "ka-agent WARN b");
    }

    @Test
    void anErrorStreamThatFailsIsNotNoticed() {
        output.mayBind();
        System.setErr(new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                throw new LinkageError("mine");
            }
        });
        assertThatCode(() -> output.write("WARN a", new IllegalStateException()))
                .doesNotThrowAnyException();
        System.setErr(null);
        assertThatCode(() -> output.write("WARN b", null)).doesNotThrowAnyException();
    }

    @Test
    void aThrowableThatFailsIsNotNoticed() {
        output.write("WARN a", new RuntimeException() {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
                throw new StackOverflowError();
            }
        });
        assertThat(err.lines()).contains("ka-agent WARN a");
    }

    @Test
    void anErrorStreamThatLogsToTheAgentEndsThere() {
        List<String> written = new ArrayList<>();
        System.setErr(new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                written.add(line);
                output.write("WARN about " + line, null);
            }
        });
        output.write("WARN a", null);
        output.write("WARN b", null);
        assertThat(written).containsExactly("ka-agent WARN a", "ka-agent WARN b");
    }

    /** As ForkJoinPool's own threads are under a security manager. */
    private static final class StubbornThread extends ForkJoinWorkerThread {
        private StubbornThread(ForkJoinPool pool) {
            super(pool);
        }

        @Override
        public void setContextClassLoader(ClassLoader loader) {
            throw new SecurityException("setContextClassLoader");
        }
    }
}
