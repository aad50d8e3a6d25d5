package io.kaagent.it.child.attack;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import io.kaagent.it.child.server.Tls;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Holds ports of every {@link Manner}; what is not fault of the request's own it does at random. */
public final class AttackServer {
    private static final int LONGEST_NUDGE = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool(AttackServer::daemon);
    private final Map<Integer, FaultyPort> ports = new ConcurrentHashMap<>();
    private final DatagramSocket nudges = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    private Executions executions = new Executions();

    private AttackServer() throws IOException {
        threads.execute(this::obeyNudges);
    }

    public static void main(String[] none) throws IOException {
        Control.obey(new AttackServer()::handle);
    }

    private Message handle(Message message) throws IOException, GeneralSecurityException {
        switch (message.verb()) {
            case "listen":
                return listen(message);
            case "tally":
                return tally();
            case "close":
                return close();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    private Message listen(Message message) throws IOException, GeneralSecurityException {
        int seed = message.number("seed");
        int limit = message.number("limit");
        Tls tls = message.has("tls") ? new Tls(message) : null;
        StringJoiner numbers = new StringJoiner(",");
        for (int i = 0; i < Manner.COUNT; i++) {
            FaultyPort port = new FaultyPort(new Manner(i), executions, threads, seed + i, limit, tls);
            ports.put(port.number(), port);
            numbers.add(String.valueOf(port.number()));
        }
        return Control.ok().with("ports", numbers).with("nudges", nudges.getLocalPort());
    }

    private Message tally() {
        int open = 0;
        int mostOpen = 0;
        for (FaultyPort port : ports.values()) {
            open += port.open();
            mostOpen = port.manner().isFramed() ? Math.max(mostOpen, port.mostOpen()) : mostOpen;
        }
        List<String> wrong = executions.wrong();
        return Control.ok()
                .with("open", open)
                .with("mostOpen", mostOpen)
                .with("requests", executions.count())
                .with("reused", executions.reused())
                .with("repeated", executions.repeated())
                .with("wrong", String.join("\n", wrong));
    }

    private Message close() throws IOException {
        for (FaultyPort port : ports.values()) {
            port.close();
        }
        ports.clear();
        executions = new Executions();
        return Control.ok();
    }

    /** {@code PORT HOW}, answered when it is done. */
    private void obeyNudges() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LONGEST_NUDGE], LONGEST_NUDGE);
                nudges.receive(packet);
                String[] words =
                        new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII).split(" ");
                FaultyPort port = ports.get(Integer.parseInt(words[0]));
                if (port != null) {
                    port.nudge(words[1]);
                }
                nudges.send(packet);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "attack");
        thread.setDaemon(true);
        return thread;
    }
}
