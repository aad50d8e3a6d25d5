package io.kaagent.it.child.chaos;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import io.kaagent.it.child.server.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Holds every place twice, with TLS and without. What comes over a connection is the client's who was being served when it was accepted. */
public final class ChaosServer {
    private final ExecutorService threads = Executors.newCachedThreadPool(ChaosServer::daemon);
    private final List<ChaosPort> ports = new ArrayList<>();
    private final Map<String, Receipts> receipts = new HashMap<>();
    private long seed;

    public static void main(String[] none) throws IOException {
        Control.obey(new ChaosServer()::handle);
    }

    private Message handle(Message message) throws IOException, GeneralSecurityException {
        switch (message.verb()) {
            case "listen":
                seed = message.number("seed");
                return Control.ok().with("ports", listen(null) + "," + listen(new Tls(message)));
            case "begin":
                receipts.clear();
                return Control.ok();
            case "serve":
                Receipts client = receipts.computeIfAbsent(message.get("client"), name -> new Receipts());
                ports.forEach(port -> port.tell(client));
                return Control.ok();
            case "receipts":
                return receipts.get(message.get("client")).toMessage(seed);
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    private String listen(Tls tls) throws IOException {
        StringJoiner numbers = new StringJoiner(",");
        for (Place place : Place.values()) {
            ChaosPort port = new ChaosPort(place, seed, tls, threads);
            ports.add(port);
            numbers.add(String.valueOf(port.number()));
        }
        return numbers.toString();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "chaos");
        thread.setDaemon(true);
        return thread;
    }
}
