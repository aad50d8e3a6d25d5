package io.kaagent.observe;

import io.kaagent.jdk.WeakIdentityMap;
import io.kaagent.pool.Clock;
import io.kaagent.tls.JdkSocket;
import io.kaagent.tls.TlsSettings;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;

/**
 * Follows the sockets that the application connects. Told by the hooks, on the application's threads; never waits, never writes, and
 * holds nothing alive.
 *
 * <p>Threading: any thread.
 */
public final class Observer {
    private static final int MOST_ORIGINS = 1000;

    /** In place of those that are too many. */
    private static final String OTHERS = "others";

    private final WeakIdentityMap<ObservedConnection> connections = new WeakIdentityMap<ObservedConnection>();
    private final ConcurrentHashMap<String, ObservedOrigin> origins = new ConcurrentHashMap<String, ObservedOrigin>();
    private final Rules rules;
    private final Clock clock;
    private final Runnable atFirst;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param atFirst run once the first connection is open, on the application's thread */
    public Observer(Rules rules, Clock clock, Runnable atFirst) {
        this.rules = rules;
        this.clock = clock;
        this.atFirst = atFirst;
    }

    /** It is about to connect. */
    public void connecting(Socket socket) {
        long now = clock.nanos();
        collectDropped(now); // those that fail to connect are many where a server is down
        ObservedConnection before = connections.get(socket);
        if (before == null || !before.isOpen()) {
            connections.remove(socket);
            connections.put(socket, new ObservedConnection(now));
        }
    }

    /**
     * It has connected.
     *
     * @param ofJdk whether it is one of a client of the JDK, such as that of {@code HttpURLConnection}
     */
    public void connected(Socket socket, SocketAddress to, boolean ofJdk) {
        ObservedConnection connection = connections.get(socket);
        if (connection == null || !(to instanceof InetSocketAddress)) {
            return;
        }
        long now = clock.nanos();
        InetSocketAddress address = (InetSocketAddress) to;
        ObservedOrigin origin = origin(address.getHostString().toLowerCase(Locale.ROOT), address.getPort());
        StackTraceElement[] stack = isLookedAt(origin) ? new Throwable().getStackTrace() : null;
        connection.opened(origin, ofJdk, address.getAddress(), stack, now);
        collectDropped(now);
        if (!begun.get() && begun.compareAndSet(false, true)) {
            atFirst.run();
        }
    }

    /** What a socket without TLS, or below it, is about to write. */
    public void written(Socket socket, byte[] bytes, int from, int length) {
        ObservedConnection connection = socket instanceof SSLSocket ? null : connections.get(socket);
        if (connection != null && !connection.isSecure()) {
            written(connection, bytes, from, length);
        }
    }

    /** @param got what it has read; -1 at the end of the stream */
    public void read(Socket socket, byte[] bytes, int from, int got) {
        ObservedConnection connection = socket instanceof SSLSocket ? null : connections.get(socket);
        if (connection != null && !connection.isSecure()) {
            connection.read(bytes, from, from + got);
        }
    }

    /** What is about to be encrypted. */
    public void writtenSecurely(SSLSocket socket, byte[] bytes, int from, int length) {
        ObservedConnection connection = secured(socket);
        if (connection != null) {
            written(connection, bytes, from, length);
        }
    }

    /** What was decrypted. */
    public void readSecurely(SSLSocket socket, byte[] bytes, int from, int got) {
        ObservedConnection connection = secured(socket);
        if (connection != null) {
            connection.read(bytes, from, from + got);
        }
    }

    /** Its output is about to be ended. */
    public void outputEnds(Socket socket) {
        ObservedConnection connection = socket instanceof SSLSocket ? null : connections.get(socket);
        if (connection != null) {
            connection.outputEnds();
        }
    }

    /** It is about to be closed, perhaps not for the first time. */
    public void closing(Socket socket) {
        ObservedConnection connection = connections.remove(socket);
        if (connection != null) {
            connection.closed(false, clock.nanos());
        }
    }

    /** Sockets that are remembered: connecting, or connected. */
    int followed() {
        return connections.size();
    }

    /** What was seen so far, sorted by origin. */
    public List<OriginFigures> figures() {
        collectDropped(clock.nanos());
        TreeMap<String, OriginFigures> sorted = new TreeMap<String, OriginFigures>();
        for (ObservedOrigin origin : origins.values()) {
            synchronized (origin) {
                sorted.put(origin.name(), origin.figures());
            }
        }
        return new ArrayList<OriginFigures>(sorted.values());
    }

    private void written(ObservedConnection connection, byte[] bytes, int from, int length) {
        if (length > 0 && from >= 0 && from <= bytes.length - length) { // else the platform says what it says to that
            connection.written(bytes, from, from + length, clock.nanos());
        }
    }

    private ObservedConnection secured(SSLSocket socket) {
        ObservedConnection connection = JdkSocket.isKnown() ? connections.get(JdkSocket.below(socket)) : null;
        if (connection != null && !connection.isSecure()) {
            connection.secured(
                    TlsSettings.of(socket, connection.isProved(), null).fingerprint());
        }
        return connection;
    }

    private ObservedOrigin origin(String host, int port) {
        String key = host + ':' + port;
        ObservedOrigin origin = origins.get(key);
        if (origin == null) {
            boolean fits = origins.size() < MOST_ORIGINS;
            ObservedOrigin made = fits ? new ObservedOrigin(host, port, rules) : new ObservedOrigin(OTHERS, 0, rules);
            origin = origins.putIfAbsent(fits ? key : OTHERS, made);
            return origin == null ? made : origin;
        }
        return origin;
    }

    private static boolean isLookedAt(ObservedOrigin origin) {
        synchronized (origin) {
            return Openers.isLookedAt(origin.opened + 1);
        }
    }

    private void collectDropped(long now) {
        for (ObservedConnection dropped = connections.pollDropped();
                dropped != null;
                dropped = connections.pollDropped()) {
            dropped.closed(true, now);
        }
    }
}
