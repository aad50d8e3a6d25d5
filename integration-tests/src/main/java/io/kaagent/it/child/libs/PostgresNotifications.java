package io.kaagent.it.child.libs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** LISTEN and NOTIFY: the server speaks when it likes, and a read that times out leaves the connection as it was. */
final class PostgresNotifications {
    private static final int SHORT_MILLIS = 50;
    private static final int LONG_MILLIS = 20_000;

    private PostgresNotifications() {}

    static Transcript play(PostgresClient client) throws Exception {
        Transcript transcript = new Transcript();
        try (Connection listener = client.connect("listener");
                Connection speaker = client.connect("speaker")) {
            execute(listener, "listen news");
            transcript.add("nothing yet", received(listener, SHORT_MILLIS));
            execute(speaker, "notify news, 'before it listens'");
            transcript.add("first", received(listener, LONG_MILLIS));
            Background<String> waiting = Background.begin(() -> received(listener, LONG_MILLIS));
            execute(speaker, "notify news, 'while it listens'");
            transcript.add("second", waiting.await());
            transcript.add("nothing more", received(listener, SHORT_MILLIS));
            transcript.add("still good", PostgresClient.one(listener, "select 1"));
        }
        return transcript;
    }

    private static String received(Connection connection, int millis) throws SQLException {
        StringBuilder texts = new StringBuilder();
        PGNotification[] notifications = connection.unwrap(PGConnection.class).getNotifications(millis);
        for (PGNotification notification : notifications == null ? new PGNotification[0] : notifications) {
            texts.append(notification.getName()).append('=').append(notification.getParameter());
        }
        return texts.toString();
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
