package io.kaagent.socket;

import java.lang.ref.ReferenceQueue;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The leases that run. Any thread, no lock. */
final class Leases {
    private final ReferenceQueue<Socket> dropped = new ReferenceQueue<Socket>();
    private final ConcurrentHashMap<Lease, Boolean> running = new ConcurrentHashMap<Lease, Boolean>();
    private final Queue<Lease> stillBusy = new ConcurrentLinkedQueue<Lease>();

    ReferenceQueue<Socket> queue() {
        return dropped;
    }

    void add(Lease lease) {
        running.put(lease, Boolean.TRUE);
    }

    void remove(Lease lease) {
        running.remove(lease);
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    /** Sees to the connections whose sockets the application has dropped since the last time. */
    void collect() {
        for (int i = stillBusy.size(); i > 0; i--) {
            end(stillBusy.poll());
        }
        for (Lease lease = (Lease) dropped.poll(); lease != null; lease = (Lease) dropped.poll()) {
            if (running.containsKey(lease)) {
                end(lease);
            }
        }
    }

    /** A thread may be in the middle of reading, though nothing but that call refers to the socket any more. */
    private void end(Lease lease) {
        if (lease == null || lease.raw().dropped()) {
            if (lease != null) {
                running.remove(lease);
            }
        } else {
            stillBusy.add(lease);
        }
    }
}
