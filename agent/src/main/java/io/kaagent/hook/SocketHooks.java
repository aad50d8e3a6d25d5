package io.kaagent.hook;

import io.kaagent.tcp.TcpOptions;
import io.kaagent.url.UrlPool;
import java.net.Socket;

/** What {@code java.net.Socket} calls. Runs for every socket of the JVM: no more than a look into a map. Never throws. */
public final class SocketHooks {
    private static volatile TcpOptions everySocket = TcpOptions.NONE;
    private static volatile TcpOptions.Refusals refusals;

    private SocketHooks() {}

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
