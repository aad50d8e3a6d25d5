package io.kaagent.demo;

import java.io.IOException;

/**
 * A legacy client that fires batches of requests, one thread each, without looking whether the last ones are back.
 *
 * <p>Arguments: {@code URL BATCH EVERY_MILLIS FOR_MILLIS}. A batch of BATCH requests at once, the next ones every
 * EVERY_MILLIS, the last one FOR_MILLIS after the first; FOR_MILLIS 0 is a single burst.
 *
 * <p>Prints {@code started} when it fires the first one. Then it obeys standard input as {@link StandardInput} says:
 * {@code send N} fires N requests more; every line is answered with {@code sent=N answered=N failed=N}. The end of
 * standard input ends it, whatever is still under way.
 */
public final class ScenarioClient {

    private ScenarioClient() {}

    public static void main(String[] arguments) throws IOException {
        String url = arguments[0];
        int batch = Integer.parseInt(arguments[1]);
        long everyMillis = Long.parseLong(arguments[2]);
        long forMillis = Long.parseLong(arguments[3]);
        Tally tally = new Tally();
        new Thread(() -> fireBatches(url, tally, batch, everyMillis, forMillis), "batches").start();
        StandardInput.obey(command -> {
            if (command.startsWith("send ")) {
                fire(url, tally, Integer.parseInt(command.substring("send ".length())));
            }
            return tally.toString();
        });
    }

    private static void fireBatches(String url, Tally tally, int batch, long everyMillis, long forMillis) {
        System.out.println("started");
        long start = System.nanoTime();
        fire(url, tally, batch);
        for (long due = everyMillis; due <= forMillis; due += everyMillis) {
            Pause.until(start, due);
            fire(url, tally, batch);
        }
    }

    private static void fire(String url, Tally tally, int requests) {
        for (int i = 0; i < requests; i++) {
            tally.sent();
            new Thread(new LegacyRequest(url, tally), "request").start();
        }
    }
}
