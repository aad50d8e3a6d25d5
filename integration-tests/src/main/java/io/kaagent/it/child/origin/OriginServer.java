package io.kaagent.it.child.origin;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds any number of origins at once. With arguments, by hand: opens one for each {@link Manner} named, and says on which port. */
public final class OriginServer {
    private final AtomicInteger names = new AtomicInteger();
    private final Map<Integer, Origin> origins = new ConcurrentHashMap<>();
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();

    public static void main(String[] manners) throws IOException {
        OriginServer server = new OriginServer();
        for (String manner : manners) {
            System.out.println(manner + " " + server.listen(Manner.valueOf(manner)));
        }
        Control.obey(server::handle);
    }

    private Message handle(Message message) throws IOException {
        switch (message.verb()) {
            case "listen":
                return listen(Manner.valueOf(message.get("manner")));
            case "tally":
                return origins.get(message.number("site")).tally();
            case "close":
                origins.remove(message.number("site")).close();
                return Control.ok();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    private Message listen(Manner manner) throws IOException {
        int name = names.incrementAndGet();
        Origin origin = new Origin(manner);
        while (!ports.add(origin.port())) {
            origin.close(); // an origin with other manners had it before, and clients remember that one
            origin = new Origin(manner);
        }
        origins.put(name, origin);
        return Control.ok()
                .with("site", name)
                .with("port", origin.port())
                .with("signals", origin.signals().port());
    }
}
