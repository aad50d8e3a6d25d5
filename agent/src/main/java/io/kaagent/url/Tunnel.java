package io.kaagent.url;

/**
 * {@code new Socket(new Proxy(HTTP, ...))} lets the JDK's client send a CONNECT, then takes the socket away from it and drops the rest:
 * such a connection is never given back, nor closed where the client could see it. It is told from https through a proxy by the
 * client's class.
 */
final class Tunnel {
    private Tunnel() {}

    static boolean isForARawSocket(Object client, Object headers) {
        return isConnect(headers) && !JdkClient.isHttps(client);
    }

    static boolean isConnect(Object headers) {
        String requestLine = Fields.requestLine(headers);
        return requestLine != null && requestLine.startsWith("CONNECT ");
    }
}
