package io.kaagent.it.child.libs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;

/** Queries that do not come to their end: cancelled over a second connection, timed out, cut off on this side, cut off by the server. */
final class PostgresInterruptions {
    private static final int READ_TIMEOUT_MILLIS = 50;
    private static final String ENDLESS = "select pg_sleep(60)";
    private static final Executor DIRECTLY = Runnable::run;

    private final PostgresClient client;
    private final Connection observer;

    private PostgresInterruptions(PostgresClient client, Connection observer) {
        this.client = client;
        this.observer = observer;
    }

    static Transcript play(PostgresClient client) throws Exception {
        try (Connection observer = client.connect("observer")) {
            Transcript transcript = new Transcript();
            new PostgresInterruptions(client, observer).play(transcript);
            transcript.add(
                    "left", observerSees(observer, "0", "pid <> pg_backend_pid() and backend_type = 'client backend'"));
            return transcript;
        }
    }

    private void play(Transcript transcript) throws Exception {
        try (Connection connection = client.connect("cancelled");
                Statement statement = connection.createStatement()) {
            Background<Boolean> query = Background.begin(() -> statement.execute(ENDLESS));
            observerSees(
                    observer, "1", "application_name = 'cancelled' and query = '" + ENDLESS + "' and state = 'active'");
            statement.cancel();
            transcript.addFailure("cancelled", query::await);
            transcript.add("and used again", PostgresClient.one(connection, "select 'yes'"));
        }
        try (Connection connection = client.connect("impatient")) {
            connection.setNetworkTimeout(DIRECTLY, READ_TIMEOUT_MILLIS);
            transcript.addFailure("timed out", () -> PostgresClient.one(connection, ENDLESS));
            transcript.add("closed by that", connection.isClosed());
        }
        // The server does not miss a client while it sleeps.
        PostgresClient.one(
                observer,
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'impatient'");
        playCutOff(transcript);
    }

    private void playCutOff(Transcript transcript) throws Exception {
        try (Connection connection = client.connect("aborted")) {
            Background<String> query = Background.begin(() -> PostgresClient.one(connection, ENDLESS));
            observerSees(
                    observer, "1", "application_name = 'aborted' and query = '" + ENDLESS + "' and state = 'active'");
            connection.abort(DIRECTLY);
            transcript.addFailure("aborted", query::await);
        }
        PostgresClient.one(
                observer,
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'aborted'");
        try (Connection connection = client.connect("terminated")) {
            PostgresClient.one(
                    observer,
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'terminated'");
            observerSees(observer, "0", "application_name = 'terminated'");
            transcript.addFailure("terminated", () -> PostgresClient.one(connection, "select 1"));
        }
    }

    /** Waits until that many sessions are so. */
    private static String observerSees(Connection observer, String count, String condition) throws SQLException {
        String query = "select count(*) from pg_stat_activity where " + condition;
        long start = System.nanoTime();
        while (!PostgresClient.one(observer, query).equals(count)) {
            if (System.nanoTime() - start > 20_000_000_000L) {
                throw new IllegalStateException("not seen: " + count + " of " + condition);
            }
        }
        return count;
    }
}
