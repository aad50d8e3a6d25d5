package io.kaagent.it.child.link;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * What becomes of packets. Told to it: {@code be}, with silent (nothing passes), loss (so many of 1000 get lost), delay and jitter (so many ms, give
 * or take); {@code forget}: no packet of a connection there has been so far passes any more, as where a NAT or a load balancer has
 * forgotten it, while new ones are served.
 */
final class Weather {
    private static final int SEED = 1;

    private final Set<Integer> known = new HashSet<>();
    private final Set<Integer> forgotten = new HashSet<>();
    private Random dice = new Random(SEED);
    private boolean silent;
    private int loss;
    private int delay;
    private int jitter;
    private int passed;
    private int dropped;

    synchronized Message handle(Message message) {
        switch (message.verb()) {
            case "be":
                silent = message.has("silent");
                loss = message.number("loss", 0);
                delay = message.number("delay", 0);
                jitter = message.number("jitter", 0);
                dice = new Random(SEED);
                return Control.ok();
            case "forget":
                forgotten.addAll(known);
                known.clear();
                return Control.ok();
            case "count":
                return Control.ok().with("passed", passed).with("dropped", dropped);
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    /** @param there from the host that opens connections */
    synchronized boolean lets(Packet packet, boolean there) {
        int client = there ? packet.sourcePort() : packet.destinationPort();
        if (there && packet.opens()) {
            forgotten.remove(client); // the port is used again, for another connection
            known.add(client);
        }
        boolean lets = !silent && !forgotten.contains(client) && dice.nextInt(1000) >= loss;
        passed += lets ? 1 : 0;
        dropped += lets ? 0 : 1;
        return lets;
    }

    /** One that was let. */
    synchronized void lost() {
        passed--;
        dropped++;
    }

    synchronized long delayMicros() {
        return delay == 0 ? 0 : 1000L * (delay - jitter) + dice.nextInt(2000 * jitter + 1);
    }
}
