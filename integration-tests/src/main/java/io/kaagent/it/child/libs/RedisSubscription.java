package io.kaagent.it.child.libs;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/** Pub/sub: the server speaks when it likes; and a read that times out while nothing is said. */
final class RedisSubscription {
    private static final int READ_TIMEOUT_MILLIS = 50;
    private static final String LAST = "last";

    private RedisSubscription() {}

    static Transcript play(RedisClient client) throws Exception {
        Transcript transcript = new Transcript();
        transcript.add("heard", listen(client));
        try (Jedis impatient = client.connect(READ_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS)) {
            transcript.addFailure("nothing said", () -> {
                impatient.subscribe(new Listener(), "silence");
                return "the end";
            });
            transcript.add("broken by that", impatient.getClient().isBroken());
        }
        return transcript;
    }

    private static String listen(RedisClient client) throws Exception {
        Listener listener = new Listener();
        try (Jedis subscriber = client.connect();
                Jedis publisher = client.connect()) {
            Background<String> listening = Background.begin(() -> {
                subscriber.subscribe(listener, "news");
                return subscriber.ping();
            });
            listener.subscribed.await();
            long receivers = publisher.publish("news", "first") + publisher.publish("news", LAST);
            String afterwards = listening.await();
            return listener.heard + " " + receivers + " " + afterwards;
        }
    }

    /** Unsubscribes when it hears the last word. */
    private static final class Listener extends JedisPubSub {
        final CountDownLatch subscribed = new CountDownLatch(1);
        final Queue<String> heard = new ConcurrentLinkedQueue<>();

        @Override
        public void onSubscribe(String channel, int channels) {
            subscribed.countDown();
        }

        @Override
        public void onMessage(String channel, String message) {
            heard.add(message);
            if (message.equals(LAST)) {
                unsubscribe();
            }
        }
    }
}
