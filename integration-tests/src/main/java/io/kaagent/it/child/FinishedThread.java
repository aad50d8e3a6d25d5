package io.kaagent.it.child;

import java.lang.ref.WeakReference;
import java.util.concurrent.locks.LockSupport;

/** A thread of the application that makes a request and ends. What it had must not outlive it, though its connection does. */
final class FinishedThread {
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long PAUSE_NANOS = 20_000_000;

    /** Kept, as in a static field of the application: what it held for the thread goes with the thread only. */
    private static final InheritableThreadLocal<Object> LOCAL = new InheritableThreadLocal<>();

    private FinishedThread() {}

    /** Answers whether the value of its inheritable thread local was {@code collected}. */
    static Message requestsAndEnds(String url) throws InterruptedException {
        WeakReference<Object> value = requests(url);
        long start = System.nanoTime();
        while (value.get() != null && System.nanoTime() - start < PATIENCE_NANOS) {
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Control.ok().with("collected", value.get() == null);
    }

    private static WeakReference<Object> requests(String url) throws InterruptedException {
        Object value = new Object();
        Thread thread = new Thread(() -> {
            LOCAL.set(value);
            Exchange exchange = new Exchange(new Message("exchange").with("url", url), "inherited");
            if (!exchange.run().isRight()) {
                throw new IllegalStateException(url);
            }
        });
        thread.start();
        thread.join();
        return new WeakReference<>(value);
    }
}
