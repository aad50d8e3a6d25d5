package io.kaagent.demo;

import java.io.IOException;

/**
 * A legacy client that sends one request after the other from one thread and calls {@code disconnect()} after each.
 *
 * <p>Arguments: {@code URL FOR_MILLIS}. It sends for FOR_MILLIS after {@code started} was printed. Every line on standard
 * input is answered with {@code sent=N answered=N failed=N}, see {@link StandardInput}; its end ends the client.
 */
public final class DisconnectClient {

    private DisconnectClient() {}

    public static void main(String[] arguments) throws IOException {
        String url = arguments[0];
        long forNanos = Long.parseLong(arguments[1]) * 1_000_000;
        Tally tally = new Tally();
        new Thread(() -> sendFor(forNanos, new DisconnectingRequest(url, tally), tally), "requests").start();
        StandardInput.obey(command -> tally.toString());
    }

    private static void sendFor(long nanos, Runnable request, Tally tally) {
        System.out.println("started");
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            tally.sent();
            request.run();
        }
    }
}
