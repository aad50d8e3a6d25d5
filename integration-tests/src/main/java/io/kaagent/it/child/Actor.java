package io.kaagent.it.child;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A thread of the application with a name, that does one thing after the other. */
final class Actor extends Thread {
    private static final Map<String, Actor> ACTORS = new ConcurrentHashMap<>();

    private final BlockingQueue<FutureTask<Outcome>> tasks = new LinkedBlockingQueue<>();
    private final Map<String, Exchange> open = new ConcurrentHashMap<>();
    private volatile FutureTask<Outcome> last;

    private Actor(String name) {
        super(name);
        setDaemon(true);
    }

    static Actor named(String name) {
        return ACTORS.computeIfAbsent(name, absent -> {
            Actor actor = new Actor(name);
            actor.start();
            return actor;
        });
    }

    /** A whole request. */
    void begin(Callable<Outcome> exchange) {
        add(exchange);
    }

    /** Only up to the head of the response; the rest is for {@link #end}. */
    void open(Exchange exchange, String as) {
        add(() -> {
            open.put(as, exchange);
            exchange.open();
            return Outcome.answered(0, -1, true);
        });
    }

    void end(String as, Finish finish) {
        add(() -> open.remove(as).end(finish));
    }

    /** How the last thing ended. */
    Outcome await(long millis) throws Exception {
        return last.get(millis, TimeUnit.MILLISECONDS);
    }

    private void add(Callable<Outcome> task) {
        last = new FutureTask<>(() -> {
            try {
                return task.call();
            } catch (Exception e) {
                return Outcome.failed(e);
            }
        });
        tasks.add(last);
    }

    @Override
    public void run() {
        try {
            while (true) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            interrupt();
        }
    }
}
