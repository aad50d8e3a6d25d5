package io.kaagent.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One run of the fuzzer: applications and servers in a random order, on one thread. */
final class RawFuzz {
    private static final int MOST_SESSIONS = 4;

    private final Random random;
    private final RawSide side = new RawSide();
    private final Map<Wire, FuzzServer> servers = new LinkedHashMap<>();
    private final Map<Integer, FuzzServer> processed = new HashMap<>();
    private final List<FuzzSession> sessions = new ArrayList<>();
    private final Deque<String> history = new ArrayDeque<>();
    private final boolean chunksOnClose;
    private final boolean faults;
    private int ids;
    private long reused;
    private boolean spokeHttp;

    RawFuzz(long seed) {
        random = new Random(seed);
        chunksOnClose = random.nextBoolean();
        faults = random.nextInt(3) != 0;
        if (random.nextInt(4) == 0) {
            side.settings.set("ka.closeHeader", "honour");
        }
        side.net.onConnect(wire -> servers.put(wire, new FuzzServer(wire, random, chunksOnClose, processed)));
    }

    void run(int steps) throws IOException {
        if (chunksOnClose) {
            learn();
        }
        for (int i = 0; i < steps; i++) {
            step(random.nextInt(100));
            servers.values().forEach(FuzzServer::look);
            notice();
            check();
        }
        while (!sessions.isEmpty()) {
            finish(sessions.get(0));
            check();
        }
        assertThat(side.busy()).isZero();
        assertThat(reused).isPositive();
    }

    String history() {
        return String.join("\n", history);
    }

    private void step(int dice) throws IOException {
        if (dice < 10 && sessions.size() < MOST_SESSIONS) {
            open();
        } else if (dice < 13) {
            // or so long that a server's faults are forgotten
            side.now += (random.nextInt(5) == 0 ? 11 * 60_000 : random.nextInt(1500)) * RawSide.MILLI;
        } else if (dice < 15) {
            side.pool.sweep();
        } else if (dice < 40) {
            List<FuzzServer> busy =
                    servers.values().stream().filter(FuzzServer::hasToSend).toList();
            if (!busy.isEmpty()) {
                any(busy).deliver(1 + random.nextInt(60));
            }
        } else if (dice < 43 && faults) {
            fault();
        } else if (!sessions.isEmpty()) {
            act(any(sessions), random.nextInt(100));
        }
    }

    private void act(FuzzSession session, int dice) throws IOException {
        if (dice < 35 && !session.hasWrittenAll() && !session.isOver()) {
            note(session, "writes");
            session.write(
                    random.nextInt(3) == 0 ? 1000 : 1 + random.nextInt(30),
                    server(session).takesNothing());
        } else if (dice < 70 && session.hasWritten() && !session.isOver()) {
            note(session, "reads");
            session.read(1 + random.nextInt(random.nextBoolean() ? 5 : 200));
        } else if (dice < 80 && !session.isOver()) {
            note(session, "asks what is available");
            session.readAvailable();
        } else if (dice < 83) {
            session.setAnOption();
        } else if (dice < 85) {
            close(session);
        } else if (dice < 95) {
            finish(session);
        }
    }

    private void open() throws IOException {
        List<FuzzRequest> requests = new ArrayList<>();
        for (int i = random.nextInt(8) == 0 ? 3 : random.nextInt(3); i >= 0 && i < 3; i--) {
            requests.add(new FuzzRequest(random, ids++));
        }
        FuzzSession session = new FuzzSession(random, side.connect(), requests, chunksOnClose);
        session.hasTheOptionsOfANewSocket();
        reused += session.app.isOnItsOwn() ? 0 : 1;
        sessions.add(session);
        note(session, "connects to write " + requests);
    }

    /** Reads to the end, whatever has to be done for it. */
    private void finish(FuzzSession session) throws IOException {
        note(session, "finishes");
        for (int i = 0; i < 1000 && !session.isOver() && !(session.hasWrittenAll() && i > 300); i++) {
            if (!session.hasWrittenAll()) {
                session.write(1000, server(session).takesNothing());
            }
            servers.values().forEach(FuzzServer::look);
            notice();
            server(session).deliver(1 + random.nextInt(100));
            if (!session.isOver()) {
                session.read(100);
            }
            servers.values().forEach(FuzzServer::look);
            notice();
        }
        session.hasSeenAll();
        close(session);
    }

    private void close(FuzzSession session) throws IOException {
        FuzzServer server = server(session);
        if (random.nextInt(5) == 0) {
            note(session, "is dropped");
            assertThat(session.app.raw.dropped()).isTrue();
        } else {
            note(session, "closes");
            session.app.close();
        }
        sessions.remove(session);
        if (!server.wire.isClosed()) {
            note(session, "gave back");
            server.look();
            assertThat(session.http).as("HTTP").isTrue();
            assertThat(server.closing).as("a server that closes").isFalse();
            assertThat(server.isBetweenExchanges()).as("between two exchanges").isTrue();
            assertThat(server.faulty || server.wire.unread() == 0)
                    .as("all read")
                    .isTrue();
        }
    }

    /** What a server can do wrong. On a connection that somebody uses this must be told to that somebody's model. */
    private void fault() {
        if (servers.isEmpty()) {
            return;
        }
        FuzzServer server = any(new ArrayList<>(servers.values()));
        FuzzSession owner = owner(server);
        if (server.wire.isClosed() || server.faulty || server.closing && !server.hasToSend()) {
            return;
        }
        note(owner, "meets a fault");
        if (owner == null || !owner.hasWritten()) {
            if (owner != null && owner.app.isOnItsOwn()) {
                owner.loose = true; // a plain socket would meet it as well
            }
            if (random.nextInt(3) == 0) {
                server.fail();
            } else if (random.nextInt(3) == 0) {
                server.sendExtra();
            } else {
                server.stale = true;
                if (random.nextBoolean()) {
                    server.wire.failWrites();
                }
            }
        } else if (server.hasToSend()) {
            owner.mayBeCut = true;
            server.fail();
        } else if (server.isBetweenExchanges() && owner.hasWrittenAll()) {
            owner.loose = true;
            server.sendExtra();
        }
    }

    /** Whose request has met a connection that takes none. */
    private void notice() {
        for (FuzzSession session : sessions) {
            FuzzServer server = server(session);
            if (session.hasWritten() && server.takesNothing() && !session.canBeSentAgain()) {
                session.mayBeCut = true;
            }
        }
    }

    private void check() {
        spokeHttp |= sessions.stream().anyMatch(FuzzSession::isKnownToBeHttp);
        long owned = sessions.stream().map(this::server).distinct().count();
        assertThat(owned).as("one owner each").isEqualTo(sessions.size());
        assertThat(side.free()).as("free").isEqualTo((int) (openConnections() - openConnections(sessions)));
        assertThat(side.busy()).as("busy").isLessThanOrEqualTo(sessions.size());
        if (sessions.stream().allMatch(s -> s.isKnownToBeHttp() && !s.mayBeCut && !s.loose)) {
            assertThat(side.busy()).as("busy").isEqualTo(sessions.size());
        }
        servers.values().removeIf(server -> server.wire.isClosed() && owner(server) == null);
    }

    private long openConnections() {
        return servers.values().stream().filter(s -> !s.wire.isClosed()).count();
    }

    private long openConnections(List<FuzzSession> of) {
        return of.stream().filter(s -> !server(s).wire.isClosed()).count();
    }

    /** This server's habits of both versions, so that nothing has to be guessed. */
    private void learn() throws IOException {
        for (int minor = 0; minor < 2; minor++) {
            String request = "GET /" + ids++ + "/U/1 HTTP/1." + minor + "\r\nConnection: close\r\n\r\n";
            side.learn(request, FuzzAnswer.to(request, chunksOnClose).text);
        }
    }

    private FuzzSession owner(FuzzServer server) {
        return sessions.stream().filter(s -> server(s) == server).findAny().orElse(null);
    }

    private FuzzServer server(FuzzSession session) {
        return servers.get(session.app.wire());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void note(FuzzSession session, String what) {
        history.add((session == null ? "a free connection" : session.toString()) + " " + what);
        if (history.size() > 40) {
            history.remove();
        }
    }
}
