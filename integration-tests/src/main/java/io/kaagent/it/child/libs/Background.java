package io.kaagent.it.child.libs;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A thing that a thread of its own does meanwhile. */
final class Background<T> {
    private static final int PATIENCE_SECONDS = 30;

    private final FutureTask<T> task;

    private Background(Callable<T> call) {
        task = new FutureTask<>(call);
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        thread.start();
    }

    static <T> Background<T> begin(Callable<T> call) {
        return new Background<>(call);
    }

    T await() throws Exception {
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
