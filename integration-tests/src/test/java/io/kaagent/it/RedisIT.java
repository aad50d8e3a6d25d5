package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jedis with a real redis-server. */
class RedisIT extends OtherProtocols {
    private static Redis server;

    @BeforeAll
    static void startServer() {
        server = Redis.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void sendsCommandsOneByOneAndInPipelines() {
        assertThat(asWithoutTheAgent("commands", 1)).contains("same true", "WRONGTYPE", "15000 ", "[OK, 2, 2]");
    }

    @Test
    void hearsWhatIsPublishedOrTimesOut() {
        assertThat(asWithoutTheAgent("subscription", 3)).contains("[first, last] 2 PONG", "Read timed out");
    }

    @Test
    void failsWhereNobodyAnswers() {
        assertThat(asWithoutTheAgent("failures", 3)).contains("Connection refused", "Read timed out", "killed: OK");
    }

    @Test
    void usesAllConnectionsOfAPoolAtOnce() {
        assertThat(asWithoutTheAgent("pool", 12)).contains("generation 2: [active 6, [words, word],");
    }

    @Override
    Library library() {
        return Library.JEDIS;
    }

    @Override
    Message message(String part) {
        return new Message("redis")
                .with("part", part)
                .with("port", server.port())
                .with("closedPort", NativeServer.freePort());
    }

    @Override
    long connections() {
        return server.connections();
    }
}
