package io.kaagent.it.child.raw;

import java.net.Socket;

/** What a socket tells of itself, with the ports and times masked that differ from run to run. */
final class Look {
    private interface Getter {
        Object get() throws Exception;
    }

    private final Visit visit;
    private final Socket socket;
    private final StringBuilder text = new StringBuilder();

    private Look(Visit visit, Socket socket) {
        this.visit = visit;
        this.socket = socket;
    }

    /** Whether it is open, and to whom. */
    static void at(Visit visit, String when, Socket socket) {
        Look look = new Look(visit, socket);
        look.flags();
        visit.saw(when, look.text);
    }

    /** All of it. */
    static void closelyAt(Visit visit, String when, Socket socket) {
        Look look = new Look(visit, socket);
        look.flags();
        look.addresses();
        look.options();
        visit.saw(when, look.text);
    }

    private void flags() {
        text.append(socket.isConnected() ? "connected" : "unconnected")
                .append(socket.isBound() ? " bound" : " unbound")
                .append(socket.isClosed() ? " closed" : " open")
                .append(socket.isInputShutdown() ? " deaf" : "")
                .append(socket.isOutputShutdown() ? " mute" : "")
                .append(' ')
                .append(masked(socket.toString()));
    }

    private void addresses() {
        tell("remote", () -> socket.getInetAddress());
        tell("port", () -> socket.getPort() == visit.port() ? "P" : socket.getPort());
        tell("at", () -> masked(String.valueOf(socket.getRemoteSocketAddress())));
        tell("local", () -> socket.getLocalAddress());
        tell("localPort", () -> socket.getLocalPort() > 0 ? "L" : socket.getLocalPort());
        tell("channel", () -> socket.getChannel());
    }

    private void options() {
        tell("timeout", () -> socket.getSoTimeout());
        tell("noDelay", () -> socket.getTcpNoDelay());
        tell("keepAlive", () -> socket.getKeepAlive());
        tell("linger", () -> socket.getSoLinger());
        tell("class", () -> socket.getTrafficClass());
        tell("oob", () -> socket.getOOBInline());
        tell("reuse", () -> socket.getReuseAddress());
    }

    private void tell(String what, Getter getter) {
        text.append(", ").append(what).append(' ');
        try {
            text.append(getter.get());
        } catch (Exception e) {
            text.append(e);
        }
    }

    private String masked(String told) {
        String masked = told.replace(",port=" + visit.port(), ",port=P").replace(":" + visit.port(), ":P");
        masked = masked.replaceAll(", port=\\d+", ", port=P").replaceAll("Session\\(\\d+", "Session(T");
        return socket.getLocalPort() > 0 ? masked.replace("localport=" + socket.getLocalPort(), "localport=L") : masked;
    }
}
