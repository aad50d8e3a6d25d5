package io.kaagent.it.child.libs;

import io.kaagent.it.child.Message;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** pgjdbc. Keys of the message: part, port, user, closedPort (where nobody listens). */
final class PostgresClient {
    private final String host;
    private final String options;

    private PostgresClient(int port, String user) {
        host = "jdbc:postgresql://127.0.0.1:" + port + "/";
        options = "?user=" + user + "&sslmode=prefer&tcpKeepAlive=true&ApplicationName=";
    }

    static Transcript play(Message message) throws Exception {
        PostgresClient client = new PostgresClient(message.number("port"), message.get("user"));
        switch (message.get("part")) {
            case "queries":
                return PostgresQueries.play(client);
            case "copy":
                return PostgresCopy.play(client);
            case "notifications":
                return PostgresNotifications.play(client);
            case "interruptions":
                return PostgresInterruptions.play(client);
            case "failures":
                return client.failures(new PostgresClient(message.number("closedPort"), message.get("user")));
            case "pool":
                return PostgresPool.play(client);
            default:
                throw new IllegalArgumentException(message.get("part"));
        }
    }

    /** Asks the server first whether it speaks TLS; it says no, in a single byte, and the connection goes on in the clear. */
    Connection connect(String applicationName) throws SQLException {
        return DriverManager.getConnection(url(applicationName));
    }

    String url(String applicationName) {
        return host + "postgres" + options + applicationName;
    }

    /** The first column of the first row. */
    static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** How many there are, as the server sees it. */
    static String sessions(Connection connection, String applicationName) throws SQLException {
        return one(
                connection, "select count(*) from pg_stat_activity where application_name = '" + applicationName + "'");
    }

    private Transcript failures(PostgresClient closed) {
        Transcript transcript = new Transcript();
        transcript.addFailure("no such database", () -> DriverManager.getConnection(host + "nowhere" + options));
        transcript.addFailure("nobody there", () -> closed.connect("nobody"));
        return transcript;
    }
}
