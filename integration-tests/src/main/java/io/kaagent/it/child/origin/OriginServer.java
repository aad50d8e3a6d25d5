package io.kaagent.it.child.origin;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import io.kaagent.it.child.server.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
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
            System.out.println(manner + " " + server.listen(new Message("listen").with("manner", manner)));
        }
        Control.obey(server::handle);
    }

    private Message handle(Message message) throws IOException {
        switch (message.verb()) {
            case "listen":
                return listen(message);
            case "tally":
                return origins.get(message.number("site")).tally();
            case "close":
                origins.remove(message.number("site")).close();
                return Control.ok();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    /** Options: manner, and tls with all that {@link Tls} knows. */
    private Message listen(Message message) throws IOException {
        Manner manner = Manner.valueOf(message.get("manner"));
        Tls tls = tls(message);
        int name = names.incrementAndGet();
        Origin origin = new Origin(manner, tls);
        while (!ports.add(origin.port())) {
            origin.close(); // an origin with other manners had it before, and clients remember that one
            origin = new Origin(manner, tls);
        }
        origins.put(name, origin);
        return Control.ok()
                .with("site", name)
                .with("port", origin.port())
                .with("signals", origin.signals().port());
    }

    private static Tls tls(Message message) throws IOException {
        try {
            return message.has("tls") ? new Tls(message) : null;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
