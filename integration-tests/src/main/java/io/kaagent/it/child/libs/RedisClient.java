package io.kaagent.it.child.libs;

import io.kaagent.it.child.Message;
import redis.clients.jedis.Jedis;

/** Jedis. Keys of the message: part, port, closedPort (where nobody listens). */
final class RedisClient {
    private static final String HOST = "127.0.0.1";
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    private RedisClient(int port) {
        this.port = port;
    }

    static Transcript play(Message message) throws Exception {
        RedisClient client = new RedisClient(message.number("port"));
        switch (message.get("part")) {
            case "commands":
                return RedisCommands.play(client);
            case "subscription":
                return RedisSubscription.play(client);
            case "failures":
                return RedisFailures.play(client, new RedisClient(message.number("closedPort")));
            case "pool":
                return RedisPool.play(client);
            default:
                throw new IllegalArgumentException(message.get("part"));
        }
    }

    Jedis connect() {
        return new Jedis(HOST, port, PATIENCE_MILLIS);
    }

    /** @param blockingMillis the same for commands that wait, such as a subscription; 0: for ever */
    Jedis connect(int readTimeoutMillis, int blockingMillis) {
        return new Jedis(HOST, port, PATIENCE_MILLIS, readTimeoutMillis, blockingMillis);
    }

    String host() {
        return HOST;
    }

    int port() {
        return port;
    }

    int patienceMillis() {
        return PATIENCE_MILLIS;
    }
}
