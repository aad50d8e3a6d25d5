package io.kaagent.it.child.server;

import io.kaagent.it.child.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Some ports that are counted together. Options: address, port, ports (how many), limit (connections expected at most), tls (a key store, with
 * the options of {@link Tls}), idleClose (ms, after an answer), greets (with an answer before the first request), halts (can stop amid a record). */
final class Site {
    private static final int BACKLOG = 1000;

    private final List<ServerSocket> listeners = new ArrayList<>();
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final Semaphore gate = new Semaphore(0, true);
    private final Tally tally;
    private final Tls tls;
    private final int idleClose;
    private final boolean greets;

    Site(Message options) throws Exception {
        tally = new Tally(listeners, options.number("limit", Integer.MAX_VALUE));
        tls = options.has("tls") ? new Tls(options) : null;
        idleClose = options.number("idleClose", 0);
        greets = options.has("greets");
        for (int i = 0; i < options.number("ports", 1); i++) {
            InetAddress here = InetAddress.getByName(options.get("address", "127.0.0.1"));
            listeners.add(
                    options.has("port")
                            ? new ServerSocket(options.number("port"), BACKLOG, here)
                            : FreshPorts.listener(options.has("halts"), BACKLOG, here));
        }
        for (ServerSocket listener : listeners) {
            start(() -> accept(listener), "accept-" + listener.getLocalPort());
        }
    }

    String ports() {
        StringJoiner ports = new StringJoiner(",");
        for (ServerSocket listener : listeners) {
            ports.add(String.valueOf(listener.getLocalPort()));
        }
        return ports.toString();
    }

    Tally tally() {
        return tally;
    }

    /** Answers that were asked to wait pass here one by one. */
    Semaphore gate() {
        return gate;
    }

    /** How long an idle connection is kept open, in ms; 0 means for ever. */
    int idleClose() {
        return idleClose;
    }

    /** Whether a connection begins with an answer. */
    boolean greets() {
        return greets;
    }

    /** The TLS side of the site, or null. */
    Tls tls() {
        return tls;
    }

    /** Returns how many connections were idle. */
    int onIdle(Deed deed) throws IOException {
        int told = 0;
        for (Peer peer : peers) {
            told += peer.doIfIdle(deed) ? 1 : 0;
        }
        return told;
    }

    void gone(Peer peer) {
        peers.remove(peer);
        tally.closed();
    }

    void close() throws IOException {
        for (ServerSocket listener : listeners) {
            listener.close();
        }
        gate.release(BACKLOG);
        for (Peer peer : peers) {
            peer.close();
        }
    }

    static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket listener) {
        try {
            while (true) {
                Socket socket = listener.accept();
                Peer peer = new Peer(this, socket, tally.accepted());
                peers.add(peer);
                start(peer, "peer-" + socket.getPort());
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }
}
