package io.kaagent.it.child.mix;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import io.kaagent.it.child.server.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens at every {@link Place}, with TLS and without, and counts for one client after the other. */
public final class MixServer {
    private static final int BACKLOG = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool(MixServer::daemon);
    private volatile Arrivals arrivals = new Arrivals();
    private volatile long seed;

    public static void main(String[] none) throws IOException {
        Control.obey(new MixServer()::handle);
    }

    private Message handle(Message message) throws IOException, GeneralSecurityException {
        switch (message.verb()) {
            case "listen":
                seed = message.number("seed");
                return Control.ok().with("ports", listen(null) + "," + listen(new Tls(message)));
            case "begin":
                arrivals = new Arrivals();
                return Control.ok();
            case "tally":
                return tally(arrivals, message.get("to"));
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    private static Message tally(Arrivals counted, String file) throws IOException {
        counted.writeTo(Paths.get(file));
        int all = 0;
        Message message = Control.ok().with("wrong", counted.wrong());
        for (Map.Entry<Place, Integer> place : counted.connections().entrySet()) {
            message.with(place.getKey().name(), place.getValue());
            all += place.getValue();
        }
        return message.with("connections", all);
    }

    private String listen(Tls tls) throws IOException {
        StringJoiner ports = new StringJoiner(",");
        for (Place place : Place.values()) {
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
            threads.execute(() -> accept(place, listener, tls));
            ports.add(String.valueOf(listener.getLocalPort()));
        }
        return ports.toString();
    }

    private void accept(Place place, ServerSocket listener, Tls tls) {
        try {
            while (true) {
                Socket socket = listener.accept();
                Arrivals now = arrivals;
                now.connected(place);
                threads.execute(new MixConnection(place, seed, now, socket, tls));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mix");
        thread.setDaemon(true);
        return thread;
    }
}
