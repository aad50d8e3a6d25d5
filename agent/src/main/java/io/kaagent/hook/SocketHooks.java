package io.kaagent.hook;

import io.kaagent.socket.RawPool;
import io.kaagent.tcp.TcpOptions;
import io.kaagent.url.UrlPool;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;

/** What {@code java.net.Socket} calls. Runs for every socket of the JVM: no more than a look into a map. Throws nothing of its own. */
public final class SocketHooks {
    private static volatile TcpOptions everySocket = TcpOptions.NONE;
    private static volatile TcpOptions.Refusals refusals;

    private static volatile RawPool raw;

    private SocketHooks() {}

    /** From now on raw sockets are pooled. */
    public static void connect(RawPool rawPool) {
        raw = rawPool;
    }

    /** First in {@code Socket(SocketAddress, SocketAddress, boolean)}, which the public ones call; its fields have not been set. */
    public static void constructing(Object socket, Object address, Object local, boolean stream) {
        FirstUse.comes();
        RawPool sockets = raw;
        if (sockets != null && !Failures.tooMany() && !JdkConnects.isWithin()) {
            try {
                sockets.constructing((Socket) socket, address, local, stream);
            } catch (Throwable e) {
                Failures.report("constructing", e);
            }
        }
    }

    /** After it, whether it returned or threw. */
    public static void constructed(Object socket) {
        RawPool sockets = raw;
        if (sockets != null) {
            sockets.constructed((Socket) socket);
        }
    }

    /** Whether {@code SocketImpl.create(boolean)}, of the platform's own impl, may be left out: {@link #connecting} follows. */
    public static boolean creating(Object impl) {
        RawPool sockets = raw;
        if (sockets != null) {
            try {
                return sockets.creating((SocketImpl) impl);
            } catch (Throwable e) {
                Failures.report("creating", e);
            }
        }
        return false;
    }

    /**
     * Before {@code Socket.connect(SocketAddress, int)}.
     *
     * @throws IOException only for what {@link #creating} had left out
     */
    public static void connecting(Object socket, Object address) throws IOException {
        FirstUse.comes();
        RawPool sockets = raw;
        if (sockets != null && !JdkConnects.isWithin()) {
            if (!Failures.tooMany()) {
                try {
                    sockets.connecting((Socket) socket, (SocketAddress) address);
                } catch (Throwable e) {
                    Failures.report("connecting", e);
                }
            }
            sockets.created((Socket) socket);
        }
    }

    /** Before {@code Socket.bind(SocketAddress)}. */
    public static void binding(Object socket) {
        FirstUse.comes();
        RawPool sockets = raw;
        if (sockets != null && !Failures.tooMany() && !JdkConnects.isWithin()) {
            try {
                sockets.binding((Socket) socket);
            } catch (Throwable e) {
                Failures.report("binding", e);
            }
        }
    }

    /** Before {@code ServerSocket.implAccept(Socket)}. */
    public static void accepting(Object socket) {
        RawPool sockets = raw;
        if (sockets != null) {
            try {
                sockets.accepting((Socket) socket);
            } catch (Throwable e) {
                Failures.report("accepting", e);
            }
        }
    }

    /** Before {@code sun.net.NetworkClient.doConnect}: what it opens belongs to a client of the JDK, which keeps it itself. */
    public static void jdkConnects() {
        FirstUse.comes();
        JdkConnects.begin();
    }

    /** After it, whether it returned or threw. */
    public static void jdkConnected() {
        JdkConnects.end();
    }

    /** {@code ka.tcpKeepAlive=all}: from now on these are set on every client socket that connects. */
    public static void setOnEverySocket(TcpOptions options, TcpOptions.Refusals told) {
        refusals = told;
        everySocket = options;
    }

    public static void closed(Object socket) {
        UrlPool urls = UrlHooks.pool;
        if (urls != null) {
            try {
                urls.socketClosed(socket);
            } catch (Throwable e) {
                Failures.report("socketClosed", e);
            }
        }
    }

    public static void connected(Object socket) {
        try {
            everySocket.applyTo((Socket) socket, refusals);
        } catch (Throwable e) {
            Failures.report("connected", e);
        }
    }
}
