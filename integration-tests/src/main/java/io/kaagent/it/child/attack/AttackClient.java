package io.kaagent.it.child.attack;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An application of many threads that runs against an {@link AttackServer} and checks every byte. */
public final class AttackClient {
    private final ExecutorService helpers = Executors.newCachedThreadPool(AttackClient::daemon);

    public static void main(String[] none) throws IOException {
        Control.obey(new AttackClient()::handle);
    }

    private Message handle(Message message) throws Exception {
        switch (message.verb()) {
            case "attack":
                return attack(message);
            case "look":
                System.gc(); // for the sockets that were forgotten
                return PoolLook.now();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    private Message attack(Message message) throws Exception {
        Sockets sockets = message.has("tls") ? Sockets.secure() : Sockets.plain();
        boolean secure = sockets.areSecure();
        Gate[] gates = gates(message, sockets);
        Verdict verdict = new Verdict();
        String round = message.get("round");
        long seed = message.number("seed") * 1_000_003L + round.hashCode();
        new Assault(gates, secure, verdict, helpers, seed, round + ".w").warmUp();
        Way way = message.has("way") ? Way.valueOf(message.get("way")) : null;
        Fault fault = message.has("fault") ? Fault.valueOf(message.get("fault")) : null;
        int threads = message.number("threads");
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Assault assault = new Assault(gates, secure, verdict, helpers, seed * 31 + t, round + "." + t + ".")
                        .only(way, fault);
                int requests = message.number("requests") / threads;
                tasks.add(executor.submit(() -> {
                    assault.run(requests);
                    return null;
                }));
            }
            for (Future<Void> task : tasks) {
                await(task);
            }
        } finally {
            executor.shutdown();
        }
        return verdict.toMessage();
    }

    /** The last ones may wait for sockets that were all forgotten: a collection comes sooner or later. */
    private static void await(Future<Void> task) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                task.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                System.gc();
            }
        }
    }

    private static Gate[] gates(Message message, Sockets sockets) {
        String[] ports = message.get("ports").split(",");
        Gate[] gates = new Gate[ports.length];
        for (int i = 0; i < gates.length; i++) {
            gates[i] = new Gate(Integer.parseInt(ports[i]), message.number("nudges"), sockets);
        }
        return gates;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "helper");
        thread.setDaemon(true);
        return thread;
    }
}
