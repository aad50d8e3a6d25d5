package io.kaagent.it.child;

import io.kaagent.it.child.attack.PoolLook;
import java.io.IOException;
import java.net.Authenticator;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A legacy application that does what the test tells it to, line by line. */
public final class LegacyClient {
    private static final int PATIENCE_MILLIS = 40_000;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Load> loads = new ConcurrentHashMap<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final NamedSockets named = new NamedSockets();

    public static void main(String[] arguments) throws IOException {
        Control.obey(new LegacyClient()::handle);
    }

    private Message handle(Message message) throws Exception {
        switch (message.verb()) {
            case "exchange":
                begin(message);
                return Control.ok();
            case "open":
                actor(message).open(exchange(message), message.get("as"));
                return Control.ok();
            case "end":
                actor(message).end(message.get("as"), Finish.valueOf(message.get("finish")));
                return Control.ok();
            case "await":
                return actor(message).await(PATIENCE_MILLIS).toMessage();
            case "where":
                return Threads.where(actor(message));
            case "interrupt":
                actor(message).interrupt();
                return Control.ok();
            case "load":
                loads.put(message.get("load"), new Load(message).start());
                return Control.ok();
            case "loaded":
                return loads.remove(message.get("load")).await();
            case "bursts":
                return new Bursts(message).run();
            default:
                return handleOther(message);
        }
    }

    private Message handleOther(Message message) throws Exception {
        switch (message.verb()) {
            case "authenticate":
                Authenticator.setDefault(Identity.authenticator(message.get("user")));
                return Control.ok();
            case "property":
                System.setProperty(message.get("key"), message.get("value"));
                return Control.ok();
            case "socket":
                sockets.add(Sockets.connected(message));
                return Control.ok();
            case "named":
                return named.handle(message);
            case "tunnel":
                return RawTunnel.through(message);
            case "inherit":
                return FinishedThread.requestsAndEnds(message.get("url"));
            case "gc":
                System.gc();
                return Control.ok();
            case "threads":
                return Threads.list();
            case "pool":
                return PoolLook.now();
            case "evict":
                return PoolLook.evict();
            case "recorded":
                return Recorder.registered();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    private void begin(Message message) {
        String id = id(message);
        actor(message).begin(() -> Exchange.run(message, id));
    }

    private Exchange exchange(Message message) {
        return new Exchange(message, id(message));
    }

    private String id(Message message) {
        return message.get("id", "one." + ids.incrementAndGet());
    }

    private static Actor actor(Message message) {
        return Actor.named(message.get("actor"));
    }
}
