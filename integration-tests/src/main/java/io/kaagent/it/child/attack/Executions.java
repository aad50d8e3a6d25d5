package io.kaagent.it.child.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which request came how often, over which connections. */
final class Executions {
    private static final int MOST_TOLD = 10;

    private final Map<String, List<Execution>> all = new ConcurrentHashMap<>();
    private final AtomicInteger reused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    /** @param place the how-manyth request of its connection, from 1 */
    Execution begin(Order order, int connection, int place) {
        Execution execution = new Execution(connection, place);
        List<Execution> before = all.computeIfAbsent(order.method + " " + order.id, absent -> new ArrayList<>(1));
        synchronized (before) {
            before.add(execution);
        }
        if (place > 1) {
            reused.incrementAndGet();
        }
        return execution;
    }

    int count() {
        return all.size();
    }

    /** How many came over a connection that had carried one before. */
    int reused() {
        return reused.get();
    }

    int repeated() {
        return repeated.get();
    }

    /** Those that came more often than they may: twice only over a used connection that died without a byte of an answer. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        repeated.set(0);
        all.forEach((request, executions) -> {
            synchronized (executions) {
                if (executions.size() > 1) {
                    repeated.incrementAndGet();
                    if (!isRepeatable(request, executions) && wrong.size() < MOST_TOLD) {
                        wrong.add(request + " came over " + executions);
                    }
                }
            }
        });
        return wrong;
    }

    private static boolean isRepeatable(String request, List<Execution> executions) {
        return !request.startsWith("POST ")
                && executions.size() == 2
                && executions.stream().anyMatch(Execution::diedUnanswered);
    }

    /** One of them. */
    static final class Execution {
        private final int connection;
        private final int place;
        private volatile boolean answered;
        private volatile boolean full;
        private volatile boolean died;

        private Execution(int connection, int place) {
            this.connection = connection;
            this.place = place;
        }

        void answers() {
            answered = true;
        }

        void ends() {
            full = true;
        }

        boolean isAnsweredInFull() {
            return full;
        }

        /** Its connection was closed by the server. */
        void dies() {
            died = true;
        }

        private boolean diedUnanswered() {
            return place > 1 && !answered && died;
        }

        @Override
        public String toString() {
            return "connection " + connection + " as number " + place + (answered ? ", answered" : "")
                    + (died ? ", died" : "");
        }
    }
}
