package io.kaagent.it.child.libs;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** COPY: long streams one way, and one that the server breaks off. */
final class PostgresCopy {
    private static final int ROWS = 20_000;

    private PostgresCopy() {}

    static Transcript play(PostgresClient client) throws Exception {
        Transcript transcript = new Transcript();
        try (Connection connection = client.connect("copy");
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table pair (id int, text varchar)");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            transcript.add("in", copy.copyIn("copy pair from stdin", new StringReader(rows())));
            StringWriter out = new StringWriter();
            transcript.add("out", copy.copyOut("copy pair to stdout", out));
            transcript.add("same", out.toString().equals(rows()));
            transcript.addFailure(
                    "broken", () -> copy.copyIn("copy pair from stdin", new StringReader(rows() + "x\ty\n" + rows())));
            transcript.add("rows", PostgresClient.one(connection, "select count(*) from pair"));
        }
        return transcript;
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append(i).append("\tthis is row ").append(i).append('\n');
        }
        return rows.toString();
    }
}
