package io.kaagent.it.child.libs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Transaction;

/** Commands one by one, in a pipeline, in a transaction; values of all sizes. */
final class RedisCommands {
    private static final int PIPELINED = 5_000;
    private static final int LARGE = 2_000_000;

    private RedisCommands() {}

    static Transcript play(RedisClient client) {
        Transcript transcript = new Transcript();
        try (Jedis jedis = client.connect()) {
            transcript.add("flush", jedis.flushAll());
            transcript.add("set", jedis.set("word", "value"));
            transcript.add("get", jedis.get("word") + " " + jedis.get("none"));
            // Looks like a request, and is a value.
            transcript.add("like HTTP", jedis.set("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"));
            transcript.add("and back", jedis.get("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
            transcript.add("large", throughTheServer(jedis));
            transcript.addFailure("wrong type", () -> jedis.lpush("word", "x"));
            transcript.add("script", jedis.eval("return {KEYS[1], 2, 'three'}", 1, "one"));
            transcript.add("pipeline", pipeline(jedis));
            transcript.add("transaction", transaction(jedis));
        }
        return transcript;
    }

    private static String throughTheServer(Jedis jedis) {
        byte[] key = "large".getBytes(StandardCharsets.US_ASCII);
        byte[] value = new byte[LARGE];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) (i * 17 + i / 253);
        }
        return jedis.set(key, value) + " same " + Arrays.equals(jedis.get(key), value);
    }

    private static String pipeline(Jedis jedis) {
        try (Pipeline pipeline = jedis.pipelined()) {
            for (int i = 0; i < PIPELINED; i++) {
                pipeline.incr("counter");
                pipeline.append("long", "part " + i);
                pipeline.get("counter");
            }
            List<Object> answers = pipeline.syncAndReturnAll();
            return answers.size() + " " + Transcript.digest(answers.toString());
        }
    }

    private static String transaction(Jedis jedis) {
        try (Transaction transaction = jedis.multi()) {
            transaction.set("a", "1");
            transaction.incr("a");
            transaction.get("a");
            return transaction.exec().toString();
        }
    }
}
