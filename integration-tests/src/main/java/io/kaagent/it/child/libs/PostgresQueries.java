package io.kaagent.it.child.libs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Prepared statements, batches, a cursor, large values, transactions. */
final class PostgresQueries {
    private static final int ROWS = 500;
    private static final int MORE_THAN_UNTIL_PREPARED_ON_THE_SERVER = 8;
    private static final int LARGE = 2_000_000;

    private PostgresQueries() {}

    static Transcript play(PostgresClient client) throws Exception {
        Transcript transcript = new Transcript();
        Connection closed;
        try (Connection connection = client.connect("queries")) {
            execute(connection, "create temp table word (id int primary key, text varchar, content bytea)");
            transcript.add("inserted", Arrays.stream(insertBatch(connection)).sum());
            transcript.add("prepared", selectPrepared(connection));
            transcript.add("cursor", selectWithCursor(connection));
            transcript.add("large", throughTheServer(connection));
            transcript.addFailure("twice", () -> execute(connection, "insert into word values (1, 'again')"));
            transcript.add("rolled back", rollBack(connection));
            transcript.add("valid", connection.isValid(5));
            closed = connection;
        }
        transcript.addFailure("closed", () -> PostgresClient.one(closed, "select 1"));
        return transcript;
    }

    private static int[] insertBatch(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into word (id, text) values (?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setInt(1, i);
                insert.setString(2, "word " + i);
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }

    private static String selectPrepared(Connection connection) throws SQLException {
        StringBuilder texts = new StringBuilder();
        try (PreparedStatement select = connection.prepareStatement("select text from word where id = ?")) {
            for (int i = 0; i < MORE_THAN_UNTIL_PREPARED_ON_THE_SERVER; i++) {
                select.setInt(1, i);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    texts.append(rows.getString(1)).append(' ');
                }
            }
        }
        return texts + PostgresClient.one(connection, "select count(*) from pg_prepared_statements");
    }

    private static String selectWithCursor(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        StringBuilder texts = new StringBuilder();
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(ROWS / 10);
            try (ResultSet rows = select.executeQuery("select text from word order by id")) {
                while (rows.next()) {
                    texts.append(rows.getString(1));
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return Transcript.digest(texts.toString());
    }

    private static String throughTheServer(Connection connection) throws SQLException {
        byte[] content = new byte[LARGE];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31 + i / 251);
        }
        try (PreparedStatement update =
                connection.prepareStatement("update word set content = ? where id = 7 returning content")) {
            update.setBytes(1, content);
            try (ResultSet rows = update.executeQuery()) {
                rows.next();
                return Transcript.digest(rows.getBytes(1)) + " same " + Arrays.equals(content, rows.getBytes(1));
            }
        }
    }

    private static String rollBack(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "delete from word");
        connection.rollback();
        connection.setAutoCommit(true);
        return PostgresClient.one(connection, "select count(*) from word");
    }

    private static boolean execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(command);
        }
    }
}
