package io.kaagent.it.child.libs;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/** Jedis' own pool: all connections in use at once, lent again and again. */
final class RedisPool {
    private static final int SIZE = 6;
    private static final int ROUNDS = 3;

    private RedisPool() {}

    static Transcript play(RedisClient client) throws Exception {
        JedisPoolConfig config = new JedisPoolConfig();
        config.setMaxTotal(SIZE);
        config.setMaxIdle(SIZE);
        config.setTestOnBorrow(true);
        config.setJmxEnabled(false);
        Transcript transcript = new Transcript();
        for (int generation = 1; generation <= 2; generation++) {
            try (JedisPool pool = new JedisPool(config, client.host(), client.port(), client.patienceMillis())) {
                for (int round = 0; round < ROUNDS; round++) {
                    transcript.add("generation " + generation, useAllAtOnce(pool));
                }
            }
        }
        return transcript;
    }

    /** Each of them waits for a word that is only sent when all wait. */
    private static List<String> useAllAtOnce(JedisPool pool) throws Exception {
        List<Background<List<String>>> waiting = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (Jedis first = pool.getResource()) {
            for (int i = 1; i < SIZE; i++) {
                waiting.add(Background.begin(() -> receive(pool)));
            }
            while (!first.info("clients").contains("blocked_clients:" + (SIZE - 1) + "\r")) {
                Thread.yield();
            }
            seen.add("active " + pool.getNumActive());
            for (int i = 1; i < SIZE; i++) {
                first.lpush("words", "word");
            }
        }
        for (Background<List<String>> one : waiting) {
            seen.add(one.await().toString());
        }
        seen.add("idle " + pool.getNumIdle());
        return seen;
    }

    private static List<String> receive(JedisPool pool) {
        try (Jedis jedis = pool.getResource()) {
            return jedis.blpop(0, "words");
        }
    }
}
