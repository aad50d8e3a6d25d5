package io.kaagent.it.child;

import java.io.EOFException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The application's own sockets that a test has given names. What a socket throws is an answer, too. */
final class NamedSockets {
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

    /** {@code as}: the name; {@code do}: what to do with it. */
    Message handle(Message message) {
        try {
            return act(message);
        } catch (Exception e) {
            return Control.ok().with("failure", e.getClass().getName()).with("message", e.getMessage());
        }
    }

    private Message act(Message message) throws Exception {
        Socket socket = sockets.get(message.get("as"));
        switch (message.get("do")) {
            case "create":
                sockets.put(message.get("as"), created(message));
                return Control.ok();
            case "connect":
                socket.connect(Sockets.address(message.number("port")), message.number("timeout", 0));
                return Control.ok();
            case "set":
                SocketOptionNames.setAll(socket, message.get("options"));
                return Control.ok();
            case "get":
                return Control.ok().with("value", SocketOptionNames.get(socket, message.get("option")));
            case "look":
                return look(socket);
            case "exchange":
                return exchange(message).on(socket).toMessage();
            default:
                return talk(message, socket);
        }
    }

    private Message talk(Message message, Socket socket) throws Exception {
        switch (message.get("do")) {
            case "say":
                socket.getOutputStream().write(ascii(message.get("text")));
                return Control.ok();
            case "hear":
                return Control.ok().with("text", hear(socket.getInputStream(), message.number("length")));
            case "interruptedRead":
                return InterruptedRead.on(socket).toMessage();
            case "urgent":
                socket.sendUrgentData(message.number("byte"));
                return Control.ok();
            case "shutdownOutput":
                socket.shutdownOutput();
                return Control.ok();
            case "close":
                sockets.remove(message.get("as")).close();
                return look(socket);
            case "drop":
                sockets.remove(message.get("as"));
                return Control.ok();
            default:
                throw new IllegalArgumentException(message.get("do"));
        }
    }

    /** Of TLS, if it names a factory. */
    private static Socket created(Message message) throws Exception {
        return message.has("factory")
                ? Identity.socketFactory(message.get("factory")).createSocket()
                : new Socket();
    }

    private RawExchange exchange(Message message) throws Exception {
        return new RawExchange(message, "named." + ids.incrementAndGet());
    }

    private static Message look(Socket socket) {
        return Control.ok()
                .with("localPort", socket.getLocalPort())
                .with("localSocketAddress", socket.getLocalSocketAddress())
                .with("inetAddress", socket.getInetAddress())
                .with("port", socket.getPort())
                .with("remoteSocketAddress", socket.getRemoteSocketAddress())
                .with("flags", socket.isConnected() + " " + socket.isBound() + " " + socket.isClosed())
                .with("string", socket);
    }

    private static String hear(InputStream in, int length) throws Exception {
        byte[] bytes = new byte[length];
        for (int got = 0; got < length; ) {
            int more = in.read(bytes, got, length - got);
            if (more < 0) {
                throw new EOFException("after " + got);
            }
            got += more;
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
