package io.kaagent.it.child.chaos;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread of the application: one request after the other, whoever sends the next. */
final class Worker implements Runnable {
    private final long seed;
    private final int[] ports;
    private final AtomicInteger next;
    private final int end;
    private final boolean quickOnly;
    private final Findings findings;
    private final Map<Kind, Client> clients = new EnumMap<>(Kind.class);
    private volatile Plan current;
    private volatile long since;

    /**
     * @param ports of all places, then of all with TLS
     * @param quickOnly whether all others are left out
     */
    Worker(long seed, int[] ports, AtomicInteger next, int end, boolean quickOnly, Findings findings) {
        this.seed = seed;
        this.ports = ports;
        this.next = next;
        this.end = end;
        this.quickOnly = quickOnly;
        this.findings = findings;
        for (Kind kind : Kind.values()) {
            clients.put(kind, Client.of(kind));
        }
    }

    @Override
    public void run() {
        for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            Plan plan = Plan.of(seed, number);
            if (quickOnly && !plan.isQuick()) {
                continue;
            }
            findings.begun();
            since = System.nanoTime();
            current = plan;
            send(plan);
            current = null;
        }
        for (Client client : clients.values()) {
            close(client);
        }
    }

    /** What it has been doing for longer than that; null if nothing. */
    String overdue(long seconds) {
        Plan plan = current;
        long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
        return plan == null || waited < seconds ? null : plan + " for " + waited + " s";
    }

    private void send(Plan plan) {
        Got got = new Got(plan);
        try {
            clients.get(plan.kind).send(plan, port(plan), got);
        } catch (Exception e) {
            findings.failed(plan, e);
            if (plan.mustSucceed()) {
                findings.wrong(plan + " ended with " + e + at(e));
            }
        }
        if (got.isCutOff()) {
            findings.cutOff();
        }
        String complaint = got.complaint();
        if (complaint != null) {
            findings.wrong(plan + " " + complaint);
        }
    }

    private void close(Client client) {
        try {
            client.close();
        } catch (IOException e) {
            findings.wrong("closing what was kept: " + e + at(e));
        }
    }

    private int port(Plan plan) {
        return ports[plan.place.ordinal() + (plan.kind.secure ? Place.values().length : 0)];
    }

    private static String at(Exception e) {
        StackTraceElement[] stack = e.getStackTrace();
        return stack.length == 0 ? "" : " at " + stack[0];
    }
}
