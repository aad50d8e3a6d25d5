package io.kaagent.it.child;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An application with watchdogs: while one thread reads a response, another closes it, sometimes both do. Whatever the reader gets must be the
 * beginning of its own response. Arguments: address, pairs of threads, requests of each, seed.
 */
public final class WatchedRequests {
    private static final String[] SHAPES = {
        "body=3000", "body=3000&chunked", "body=3000&late=2", "body=200&chunked&last=1", "body=100&status=500", "body=0"
    };

    /** One of so many is closed before it is read: how the threads run otherwise is a matter of luck. */
    private static final int CLOSED_BEFORE = 10;

    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger parts = new AtomicInteger();
    private final String address;

    private WatchedRequests(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws InterruptedException {
        WatchedRequests requests = new WatchedRequests(arguments[0]);
        int pairs = Integer.parseInt(arguments[1]);
        CountDownLatch done = new CountDownLatch(pairs);
        for (int i = 0; i < pairs; i++) {
            int pair = i;
            Thread thread = new Thread(
                    () -> {
                        requests.run(
                                pair, Integer.parseInt(arguments[2]), new Random(Long.parseLong(arguments[3]) + pair));
                        done.countDown();
                    },
                    "reader-" + i);
            thread.start();
        }
        done.await();
        System.out.println("whole " + (requests.whole.get() > 0) + ", parts " + (requests.parts.get() > 0));
    }

    private void run(int pair, int count, Random random) {
        for (int i = 0; i < count; i++) {
            String id = pair + "." + i;
            try {
                one(id, SHAPES[random.nextInt(SHAPES.length)], random);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void one(String id, String shape, Random random) throws InterruptedException {
        HttpURLConnection connection;
        InputStream in;
        try {
            connection = (HttpURLConnection) new URL(address + "&" + shape + "&id=" + id).openConnection();
            in = connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        } catch (IOException e) {
            throw new AssertionError(id + ": " + shape, e);
        }
        long nanos = random.nextInt(3) * (long) random.nextInt(1_500_000);
        boolean disconnects = random.nextBoolean();
        Thread watchdog = new Thread(() -> close(connection, in, nanos, disconnects), "watchdog-" + id);
        watchdog.start();
        if (random.nextInt(CLOSED_BEFORE) == 0) {
            watchdog.join();
        }
        check(id, connection, in, random.nextInt(4_000));
        watchdog.join();
    }

    /** Reads so many bytes, if they come, and closes. */
    private void check(String id, HttpURLConnection connection, InputStream in, int most) {
        byte[] expected = Bodies.of(id, connection.getHeaderFieldInt("X-Length", 0));
        if (!id.equals(connection.getHeaderField("X-Id"))) {
            System.out.println("wrong head of " + id + ": " + connection.getHeaderFields());
        }
        byte[] read = new byte[expected.length + 100];
        int length = 0;
        try {
            int n = 0;
            while (n >= 0 && length < Math.min(most, read.length)) {
                n = in.read(read, length, Math.min(100, read.length - length));
                length += Math.max(0, n);
            }
            in.close();
        } catch (IOException | RuntimeException e) {
            // closed by the other one; some JDKs throw a NullPointerException then
        }
        parts.addAndGet(length < Math.min(most, expected.length) ? 1 : 0);
        whole.addAndGet(length == expected.length ? 1 : 0);
        if (length > expected.length || !Arrays.equals(Arrays.copyOf(read, length), Arrays.copyOf(expected, length))) {
            System.out.println("wrong body of " + id + ": " + length + " of " + expected.length);
        }
    }

    private static void close(HttpURLConnection connection, InputStream in, long nanos, boolean disconnects) {
        LockSupport.parkNanos(nanos);
        try {
            if (disconnects) {
                connection.disconnect();
            } else {
                in.close();
            }
        } catch (IOException | RuntimeException e) {
            // the reader was quicker
        }
    }
}
