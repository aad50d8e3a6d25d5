package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The JDBC driver of PostgreSQL with a real PostgreSQL. */
class PostgresIT extends OtherProtocols {
    private static Postgres server;

    @BeforeAll
    static void startServer() {
        server = Postgres.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void preparesQueriesAndCommits() {
        assertThat(asWithoutTheAgent("queries", 1))
                .contains("inserted: 500", "same true", "duplicate key value", "rolled back: 500");
    }

    @Test
    void copiesInBothDirections() {
        assertThat(asWithoutTheAgent("copy", 1)).contains("same: true", "invalid input syntax", "rows: 20000");
    }

    @Test
    void hearsNotifications() {
        assertThat(asWithoutTheAgent("notifications", 2)).contains("before it listens", "while it listens");
    }

    /** The cancel is a connection of its own, the sixth. */
    @Test
    void isInterruptedInEveryWay() {
        assertThat(asWithoutTheAgent("interruptions", 6))
                .contains("due to user request", "Read timed out", "Socket closed", "due to administrator command");
    }

    @Test
    void failsToConnect() {
        assertThat(asWithoutTheAgent("failures", 1)).contains("does not exist", "Connection refused");
    }

    @Test
    void usesAllConnectionsOfAPoolAtOnce() {
        assertThat(asWithoutTheAgent("pool", 12)).contains("generation 2: [6, t,");
    }

    @Override
    Library library() {
        return Library.PGJDBC;
    }

    @Override
    Message message(String part) {
        return new Message("postgres")
                .with("part", part)
                .with("port", server.port())
                .with("user", Postgres.USER)
                .with("closedPort", NativeServer.freePort());
    }

    @Override
    long connections() {
        return server.connections();
    }
}
