package io.kaagent.command;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, unless somebody at the terminal wants an end: by q, or by the end of the input. The terminal is put back as the JVM ends. */
final class Keys {
    private final CountDownLatch end = new CountDownLatch(1);

    /** What the terminal was set to; empty if it was not touched. */
    private final String before;

    private final Thread restoring = new Thread("restore terminal") {
        @Override
        public void run() {
            Terminal.stty(before);
        }
    };

    private Keys(String before) {
        this.before = before;
    }

    /** Without a terminal nobody listens to the input: it may be a script's. */
    static Keys of(Terminal terminal) {
        Keys keys = new Keys(terminal.isThere() ? Terminal.stty("-g") : "");
        if (terminal.isThere()) {
            keys.listen();
        }
        return keys;
    }

    private void listen() {
        if (!before.isEmpty()) { // otherwise q needs Enter behind it
            Runtime.getRuntime().addShutdownHook(restoring);
            Terminal.stty("-icanon", "-echo");
        }
        Thread listener = new Thread("keys") {
            @Override
            public void run() {
                awaitQ();
            }
        };
        listener.setDaemon(true);
        listener.start();
    }

    private void awaitQ() {
        try {
            int key = System.in.read();
            while (key >= 0 && key != 'q' && key != 'Q') {
                key = System.in.read();
            }
        } catch (IOException e) {
            // no input any more: as its end
        }
        end.countDown();
    }

    /** True if it is to end; otherwise after that time. */
    boolean endWithin(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
