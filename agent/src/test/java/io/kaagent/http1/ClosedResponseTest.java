package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClosedResponseTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CLOSE = "Connection: close\r\n";
    private static final CloseHabit SAYS_CLOSE = CloseHabitTest.learned(OK + CLOSE + "Content-Length: 0\r\n\r\n");
    private static final CloseHabit SAYS_NOTHING = CloseHabitTest.learned(OK + "Content-Length: 0\r\n\r\n");

    @Test
    void dropsKeepAliveAndPutsTheLearnedLineInPlaceOfItsOwn() {
        CloseHabit habit = CloseHabitTest.learned(OK + "Content-Length: 0\r\nconnection:  Close \r\n\r\n");
        assertThat(rewritten(OK + "A: b\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nC: d\r\n\r\n", habit))
                .isEqualTo(OK + "A: b\r\nconnection:  Close \r\nC: d\r\n\r\n");
    }

    @Test
    void putsItOnceWhereThereAreSeveral() {
        assertThat(rewritten(OK + "Connection: a\r\nB: c\r\nConnection: d\r\n\r\n", SAYS_CLOSE))
                .isEqualTo(OK + CLOSE + "B: c\r\n\r\n");
    }

    @Test
    void putsItAfterTheFieldThatItFollowed() {
        CloseHabit habit = CloseHabitTest.learned(OK + "DATE: x\r\n" + CLOSE + "Content-Length: 0\r\n\r\n");
        assertThat(rewritten(OK + "A: b\r\nDate: y\r\nContent-Length: 0\r\n\r\n", habit))
                .isEqualTo(OK + "A: b\r\nDate: y\r\n" + CLOSE + "Content-Length: 0\r\n\r\n");
    }

    @Test
    void putsItAfterTheLastOfThatName() {
        CloseHabit habit = CloseHabitTest.learned(OK + "Set-Cookie: x\r\n" + CLOSE + "Content-Length: 0\r\n\r\n");
        assertThat(rewritten(OK + "Set-Cookie: a\r\nSet-Cookie: b\r\n folded\r\nC: d\r\n\r\n", habit))
                .isEqualTo(OK + "Set-Cookie: a\r\nSet-Cookie: b\r\n folded\r\n" + CLOSE + "C: d\r\n\r\n");
    }

    @Test
    void putsItFirstWhereItWasFirst() {
        assertThat(rewritten(OK + "Content-Length: 0\r\n\r\n", SAYS_CLOSE))
                .isEqualTo(OK + CLOSE + "Content-Length: 0\r\n\r\n");
        assertThat(rewritten(OK + "\r\n", SAYS_CLOSE)).isEqualTo(OK + CLOSE + "\r\n");
    }

    @Test
    void putsItLastWhereThatFieldIsNotThereOrDropped() {
        CloseHabit habit = CloseHabitTest.learned(OK + "Transfer-Encoding: chunked\r\n" + CLOSE + "\r\n");
        assertThat(rewritten(OK + "A: b\r\n\r\n", habit)).isEqualTo(OK + "A: b\r\n" + CLOSE + "\r\n");
        assertThat(unchunked(OK + "Transfer-Encoding: chunked\r\nA: b\r\n\r\n", habit))
                .isEqualTo(OK + "A: b\r\n" + CLOSE + "\r\n");
    }

    @Test
    void saysNothingWhereTheServerSaysNothing() {
        assertThat(rewritten(OK + "Connection: keep-alive\r\nKeep-Alive: max=5\r\nA: b\r\n\r\n", SAYS_NOTHING))
                .isEqualTo(OK + "A: b\r\n\r\n");
    }

    @Test
    void saysCloseWhereNothingIsKnown() {
        assertThat(rewritten(OK + "A: b\r\n\r\n", CloseHabit.UNKNOWN)).isEqualTo(OK + "A: b\r\n" + CLOSE + "\r\n");
    }

    @Test
    void keepsTheFieldsOfChunkingUnlessTheChunksAreTakenOut() {
        String head = OK + "Transfer-Encoding: chunked\r\nTrailer: x\r\nTrailers: y\r\n\r\n";
        assertThat(rewritten(head, SAYS_NOTHING)).isEqualTo(head);
        assertThat(unchunked(head, SAYS_NOTHING)).isEqualTo(OK + "Trailers: y\r\n\r\n");
    }

    @Test
    void keepsBareLineFeeds() {
        assertThat(rewritten("HTTP/1.1 200 OK\nA: b\n\n", SAYS_CLOSE))
                .isEqualTo("HTTP/1.1 200 OK\nConnection: close\nA: b\n\n");
    }

    private static String rewritten(String head, CloseHabit habit) {
        return rewritten(head, habit, false);
    }

    private static String unchunked(String head, CloseHabit habit) {
        return rewritten(head, habit, true);
    }

    private static String rewritten(String head, CloseHabit habit, boolean unchunked) {
        HeadBytes out = new HeadBytes();
        out.append(new byte[9], 0, 9);
        ClosedResponse.rewrite(Fed.bytes("??" + head + "??"), 2, head.length() + 2, habit, unchunked, out);
        return KeepAliveRequestTest.text(out);
    }
}
