package io.kaagent.it.child;

import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code size} requests at once, a thread each, {@code every} ms, {@code bursts} times. Right after each burst it notes how many requests were
 * sent and how many answered. It does not wait for the rest.
 */
final class Bursts {
    private final Message request;
    private final AtomicInteger answered = new AtomicInteger();
    private final StringJoiner sentAt = new StringJoiner(",");
    private final StringJoiner answeredAt = new StringJoiner(",");
    private int sent;

    Bursts(Message request) {
        this.request = request;
    }

    Message run() {
        long start = System.nanoTime();
        for (int burst = 0; burst < request.number("bursts"); burst++) {
            waitUntil(start + burst * request.number("every") * 1_000_000L);
            for (int i = 0; i < request.number("size"); i++) {
                send();
            }
            sentAt.add(String.valueOf(sent));
            answeredAt.add(String.valueOf(answered.get()));
        }
        return Control.ok().with("sent", sentAt).with("answered", answeredAt);
    }

    private void send() {
        Exchange exchange = new Exchange(request, "burst." + sent++);
        Thread thread = new Thread(() -> {
            if (exchange.run().isRight()) {
                answered.incrementAndGet();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
