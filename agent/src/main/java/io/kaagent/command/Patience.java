package io.kaagent.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the command if another JVM doesn't answer: the attach API waits for ever, where nothing can interrupt it. */
final class Patience {
    private static final long SECONDS = 60;

    private final CountDownLatch answered = new CountDownLatch(1);

    Patience(final String pid) {
        Thread watch = new Thread("patience") {
            @Override
            public void run() {
                watch(pid);
            }
        };
        watch.setDaemon(true);
        watch.start();
    }

    void answered() {
        answered.countDown();
    }

    private void watch(String pid) {
        try {
            if (!answered.await(SECONDS, TimeUnit.SECONDS)) {
                System.err.println("ka-agent: " + pid + " has not answered for " + SECONDS + " s");
                System.exit(Refusal.FAILED);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // nobody interrupts it
        }
    }
}
