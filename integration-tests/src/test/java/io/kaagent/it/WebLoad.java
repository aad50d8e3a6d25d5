package io.kaagent.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Somebody who has a web application ask in many ways, one after the other, until told to stop. */
final class WebLoad implements AutoCloseable {
    /** So that there is something left of the machine for others. */
    private static final long PAUSE_NANOS = 10_000_000;

    private final List<Thread> threads = new ArrayList<>();
    private final List<Object> wrong = new ArrayList<>();
    private final AtomicInteger right = new AtomicInteger();
    private final WebContainer container;
    private final String application;
    private final List<Ask> asks;
    private volatile boolean stopping;
    private volatile boolean mayBeGone;

    WebLoad(WebContainer container, String application, List<Ask> asks, int count) {
        this.container = container;
        this.application = application;
        this.asks = asks;
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::run, application + "-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Until all ways have been gone so many times more. */
    void awaitRounds(int rounds) {
        int enough = right.get() + rounds * asks.size();
        Await.until(() -> right.get() >= enough || !wrong().isEmpty(), () -> right + " right, wrong: " + wrong());
    }

    /** It is about to be undeployed. */
    void mayBeGone() {
        mayBeGone = true;
    }

    synchronized List<Object> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void run() {
        for (int i = 0; !stopping; i++) {
            Ask ask = asks.get(i % asks.size());
            try {
                note(ask, container.exchange(application, ask));
            } catch (RuntimeException e) {
                note(e);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void note(Ask ask, Outcome outcome) {
        if (outcome != null && outcome.right()) {
            right.incrementAndGet();
        } else if (outcome != null || !mayBeGone) {
            note(ask.as("asked") + ": " + outcome);
        }
    }

    private synchronized void note(Object what) {
        wrong.add(what);
    }
}
