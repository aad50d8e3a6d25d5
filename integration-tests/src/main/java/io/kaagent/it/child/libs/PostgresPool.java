package io.kaagent.it.child.libs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The connections of a connection pool: all in use at once, lent again and again, closed, and replaced by new ones. */
final class PostgresPool {
    private static final int SIZE = 6;
    private static final int ROUNDS = 3;

    private PostgresPool() {}

    static Transcript play(PostgresClient client) throws Exception {
        Transcript transcript = new Transcript();
        for (int generation = 1; generation <= 2; generation++) {
            // The server may take a moment to end the sessions of the one before.
            String name = "pool" + System.nanoTime();
            transcript.add("generation " + generation, play(client, name));
        }
        return transcript;
    }

    private static List<String> play(PostgresClient client, String name) throws Exception {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(client.url(name));
        List<PooledConnection> pool = new ArrayList<>();
        try {
            for (int i = 0; i < SIZE; i++) {
                pool.add(source.getPooledConnection());
            }
            List<String> seen = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                seen.addAll(useAllAtOnce(pool, name));
            }
            return seen;
        } finally {
            for (PooledConnection connection : pool) {
                connection.close();
            }
        }
    }

    /** No query ends before all have begun: each waits for a lock that another connection has. */
    private static List<String> useAllAtOnce(List<PooledConnection> pool, String name) throws Exception {
        List<Background<String>> queries = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (Connection first = pool.get(0).getConnection()) {
            PostgresClient.one(first, "select pg_advisory_lock(1)");
            for (PooledConnection connection : pool.subList(1, pool.size())) {
                queries.add(Background.begin(() -> waitForTheLock(connection)));
            }
            while (!PostgresClient.one(first, "select count(*) from pg_locks where not granted")
                    .equals(String.valueOf(SIZE - 1))) {
                Thread.yield();
            }
            seen.add(PostgresClient.sessions(first, name));
            PostgresClient.one(first, "select pg_advisory_unlock(1)");
        }
        for (Background<String> query : queries) {
            seen.add(query.await());
        }
        return seen;
    }

    private static String waitForTheLock(PooledConnection pooled) throws SQLException {
        try (Connection connection = pooled.getConnection()) {
            PostgresClient.one(connection, "select pg_advisory_lock_shared(1)");
            return PostgresClient.one(connection, "select pg_advisory_unlock_shared(1)");
        }
    }
}
