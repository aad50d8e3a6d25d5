package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.config.LogLevel;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionLogTest {
    private final CapturedErr err = new CapturedErr();
    private final WatchedPool test = new WatchedPool().watchedBy(new ConnectionLog());

    @BeforeEach
    void debug() {
        Log.level(LogLevel.DEBUG);
    }

    @AfterEach
    void restore() {
        err.close();
        Log.level(LogLevel.WARN);
    }

    @Test
    void debugTellsOfTheOpeningAndTheEndOfEachConnection() {
        Connection c = test.take();
        c.asked();
        test.give(c);
        test.take().asked();
        test.passMillis(2500);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(lines())
                .containsExactly(
                        "connection 1 to " + test.origin + " opened in 3.0 ms",
                        "connection 1 to " + test.origin + " ended after 2.5 s and 2 requests: closed by the"
                                + " application, the JDK or its server while in use");
    }

    @Test
    void tellsWhatTheLookUpTook() throws Exception {
        Connection c = test.pool.take(test.name, false, 0);
        c.lookedUp(2 * WatchedPool.MILLI);
        test.passMillis(5);
        test.pool.opened(c, new WatchedPool.Quiet());
        assertThat(lines())
                .containsExactly(
                        "connection 1 to " + test.origin + " opened in 5.0 ms, 2.0 ms of it for the server's name");
    }

    @Test
    void traceTellsWhoTakesAndGivesBack() {
        Log.level(LogLevel.TRACE);
        test.give(test.take());
        Connection c = test.take();
        test.pool.give(c, false, Hint.NONE);
        assertThat(lines())
                .containsExactly(
                        "connection 1 to " + test.origin + " taken, to be opened",
                        "connection 1 to " + test.origin + " opened in 3.0 ms",
                        "connection 1 to " + test.origin + " given back: free",
                        "connection 1 to " + test.origin + " taken, open already",
                        "connection 1 to " + test.origin
                                + " ended after 0.0 ms and 0 requests: of no use after its last answer",
                        "connection 1 to " + test.origin + " given back: closed");
    }

    @Test
    void tellsOfTheOneThatAnotherHasReplaced() {
        Connection c = test.take();
        c.asked();
        test.passMillis(20);
        test.pool.reopened(c, new WatchedPool.Quiet());
        assertThat(lines())
                .last()
                .asString()
                .endsWith(" ended after 20 ms and 1 request: closed by the application, the"
                        + " JDK or its server while in use; another was opened in its place");
    }

    @Test
    void tellsOfOneThatCouldNotBeOpened() throws Exception {
        test.pool.connectFailed(test.pool.take(test.name, false, 0));
        assertThat(lines()).containsExactly("connection 1 to " + test.origin + " could not be opened");
    }

    @Test
    void tellsOfOneThatIsLeftToTheJdk() throws Exception {
        test.pool.gone(test.pool.take(test.name, false, 0), Reason.NOT_REUSABLE);
        assertThat(lines())
                .containsExactly(
                        "connection 1 to " + test.origin + " is none that can be followed, and is left to the JDK");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsWords(Reason reason) {
        assertThat(Ends.inWords(reason)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void everyFateHasItsWords(Fate fate) {
        Log.level(LogLevel.TRACE);
        new ConnectionLog().given(test.take(), fate);
        assertThat(lines()).last().asString().doesNotContain("null");
    }

    private List<String> lines() {
        return err.lines().stream()
                .map(line -> line.replaceFirst("ka-agent (DEBUG|TRACE) " + CapturedErr.TIME + " ", ""))
                .toList();
    }
}
