package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;

/** A server that sends a second response nobody asked for. */
class StrayBytesIT extends StrayBytes {
    @Test
    void inTheSamePacketTheyNeverBecomeAnotherAnswer() {
        try (Site site = ServerJvm.site()) {
            assertOwnAnswers(site, Finish.EXACT_CLOSE, 400);
        }
    }

    /** Such an application gets them as a tail of its own body, as on a plain JDK. */
    @Test
    void readUpToTheEndTheyNeverBecomeAnotherAnswer() {
        try (Site site = ServerJvm.site()) {
            assertOwnAnswers(site, Finish.CLOSE, 400);
            assertOwnAnswers(site, Finish.DISCONNECT, 400);
        }
    }

    @Test
    void behindAHeadResponseTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=100&stray").method("HEAD"), 4, 200))
                    .isEqualTo(Loaded.allRight(200));
        }
    }

    @Test
    void overTlsTheyNeverBecomeAnotherAnswer() {
        try (Site site = ServerJvm.https()) {
            assertOwnAnswers(site, Finish.EXACT_CLOSE, 20);
            assertOwnAnswers(site, Finish.CLOSE, 20);
        }
    }

    @Test
    void onAFreeConnectionTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.site()) {
            endAllReuse(site);
        }
    }

    /** Data, that is: what a TLS connection itself has to say is taken in. */
    @Test
    void onAFreeTlsConnectionTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.https()) {
            endAllReuse(site);
        }
    }

    /** Seen once, for a while. */
    private void endAllReuse(Site site) {
        assertOnConnection(1, Ask.of(site, "body=10"));
        Await.until(() -> site.sendStrayBytes() > 0, site::tally);
        for (int connection = 2; connection <= 10; connection++) {
            assertOnConnection(connection, Ask.of(site, "body=10"));
        }
    }

    private void assertOwnAnswers(Site site, Finish finish, int requests) {
        for (String query : new String[] {"body=100&stray", "body=100&chunked&stray"}) {
            Ask ask = Ask.of(site, query).finish(finish).with("tail", "any");
            assertThat(client.load(ask, 4, requests))
                    .as("%s, %s", query, finish)
                    .isEqualTo(Loaded.allRight(requests));
        }
        Ask post = Ask.of(site, "stray").body(50).finish(finish).with("tail", "any");
        assertThat(client.load(post, 4, requests)).as("POST, %s", finish).isEqualTo(Loaded.allRight(requests));
    }
}
