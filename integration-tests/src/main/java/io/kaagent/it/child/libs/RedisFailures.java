package io.kaagent.it.child.libs;

import redis.clients.jedis.Jedis;

/** Commands that are not answered in time, or by nobody any more. */
final class RedisFailures {
    private static final int READ_TIMEOUT_MILLIS = 50;

    private RedisFailures() {}

    static Transcript play(RedisClient client, RedisClient closed) {
        Transcript transcript = new Transcript();
        transcript.addFailure("nobody there", closed::connect);
        try (Jedis jedis = client.connect(READ_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS)) {
            transcript.add("before", jedis.ping());
            transcript.addFailure("timed out", () -> jedis.blpop(0, "never"));
            transcript.add("broken by that", jedis.getClient().isBroken());
        }
        try (Jedis victim = client.connect();
                Jedis killer = client.connect()) {
            transcript.add("killed", killer.clientKill("127.0.0.1:" + localPort(victim)));
            transcript.addFailure("victim", victim::ping);
        }
        return transcript;
    }

    private static int localPort(Jedis jedis) {
        jedis.ping();
        return jedis.getClient().getSocket().getLocalPort();
    }
}
