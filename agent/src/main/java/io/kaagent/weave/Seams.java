package io.kaagent.weave;

import static io.kaagent.weave.Splice.RESULT;
import static io.kaagent.weave.Splice.THIS;
import static io.kaagent.weave.Splice.THROWN;
import static io.kaagent.weave.Splice.after;
import static io.kaagent.weave.Splice.ask;
import static io.kaagent.weave.Splice.before;
import static io.kaagent.weave.Splice.change;
import static io.kaagent.weave.Splice.failed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The whole intervention on one screen: every method of the JDK that the agent changes. Descriptors are those of JDK 8 to 25;
 * where they differ the common start is given ({@code parseHTTP} lost its {@code ProgressSource} after 17).
 *
 * <p>All seams of a table are needed, but for the optional ones, which only save work: where one is missing nothing is pooled, since
 * half a weaving could lose slots.
 */
public final class Seams {
    private static final String HTTP = "sun/net/www/http/HttpClient";
    private static final String HTTPS = "sun/net/www/protocol/https/HttpsClient";
    private static final String CONNECTION = "sun/net/www/protocol/http/HttpURLConnection";
    private static final String CACHE = "sun/net/www/http/KeepAliveCache";
    private static final String SOCKET = "java/net/Socket";
    static final String SECURE = "sun/security/ssl/SSLSocketImpl";
    private static final String CONNECT = "connect";

    private static final String URL_HOOKS = "io/kaagent/hook/UrlHooks";
    private static final String RESPONSE_HOOKS = "io/kaagent/hook/ResponseHooks";
    private static final String SOCKET_HOOKS = "io/kaagent/hook/SocketHooks";
    private static final String TLS_HOOKS = "io/kaagent/hook/TlsHooks";
    private static final String MANAGEMENT_HOOKS = "io/kaagent/hook/ManagementHooks";

    private final List<Seam> all = new ArrayList<Seam>();

    private Seams() {}

    public static Seams none() {
        return new Seams();
    }

    /** The seams of pooled {@code HttpURLConnection}s. */
    public Seams withUrlConnections() {
        // take: the only place where a caller may wait, no lock of the JDK's client is held here
        add(
                HTTP,
                "New",
                "(Ljava/net/URL;Ljava/net/Proxy;IZLsun/net/www/protocol/http/HttpURLConnection;)",
                before(URL_HOOKS, "reserve", 0, 1, 2, 3, 4),
                after(URL_HOOKS, "settle", RESULT),
                failed(URL_HOOKS, "settleFailed"));
        add(
                HTTPS,
                "New",
                "(Ljavax/net/ssl/SSLSocketFactory;Ljava/net/URL;Ljavax/net/ssl/HostnameVerifier;Ljava/net/Proxy;ZI"
                        + "Lsun/net/www/protocol/http/HttpURLConnection;)",
                before(URL_HOOKS, "reserveTls", 0, 1, 2, 3, 4, 5, 6),
                after(URL_HOOKS, "settle", RESULT),
                failed(URL_HOOKS, "settleFailed"));
        add(CACHE, "get", "(Ljava/net/URL;Ljava/lang/Object;)", ask(URL_HOOKS, "answer", 0));

        // give back
        add(
                CACHE,
                "put",
                "(Ljava/net/URL;Ljava/lang/Object;Lsun/net/www/http/HttpClient;)",
                ask(URL_HOOKS, "giveBack", 2));

        // the life of a connection in between
        add(HTTP, "openServer", "(Ljava/lang/String;I)", after(URL_HOOKS, "opened", THIS));
        optional(
                HTTPS,
                "afterConnect",
                "()V",
                before(URL_HOOKS, "handshakes", THIS),
                after(URL_HOOKS, "handshaken", THIS));
        add(
                HTTP,
                "writeRequests",
                "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)",
                before(URL_HOOKS, "requestWritten", THIS, 0, 1),
                after(URL_HOOKS, "requestSent", THIS),
                failed(URL_HOOKS, "requestSent", THIS));
        add(
                HTTP,
                "parseHTTP",
                "(Lsun/net/www/MessageHeader;",
                before(URL_HOOKS, "answerAwaited", THIS),
                after(URL_HOOKS, "answered", THIS, 0),
                failed(URL_HOOKS, "answerFailed", THROWN, THIS));
        add(HTTP, "closeServer", "()", ask(RESPONSE_HOOKS, "keepsOpen", THIS), after(URL_HOOKS, "closed", THIS));
        add(SOCKET, "close", "()", after(SOCKET_HOOKS, "closed", THIS), failed(SOCKET_HOOKS, "closed", THIS));
        return this;
    }

    /** Where the JDK's client loses a connection that it need not: without one of them it goes on losing it. */
    public Seams withLostConnections() {
        // error responses that nobody reads
        optional(CONNECTION, "getInputStream0", "()", failed(RESPONSE_HOOKS, "refused", THIS));
        optional(CONNECTION, "disconnectInternal", "()", before(RESPONSE_HOOKS, "disconnecting", THIS));
        // redirects and challenges: closes, unless asked otherwise in closeServer
        optional(CONNECTION, "followRedirect0", "(Ljava/lang/String;I", before(RESPONSE_HOOKS, "leaving", THIS));
        optional(CONNECTION, "disconnectWeb", "()", before(RESPONSE_HOOKS, "leaving", THIS));
        optional(CONNECTION, "resetProxyAuthentication", "(", before(RESPONSE_HOOKS, "leaving", THIS));
        optional(HTTPS, "closeServer", "()", ask(RESPONSE_HOOKS, "keepsOpen", THIS));
        // bodies closed before their end
        optional("sun/net/www/http/KeepAliveStream", "close", "()", ask(RESPONSE_HOOKS, "drains", THIS));
        optional("sun/net/www/http/ChunkedInputStream", "close", "()", ask(RESPONSE_HOOKS, "drains", THIS));
        // a Connection field of several words
        optional(
                "sun/net/www/MessageHeader",
                "parseHeader",
                "(Ljava/io/InputStream;)",
                after(RESPONSE_HOOKS, "headRead", THIS));
        // a look of a millisecond before each streaming POST
        optional(HTTP, "available", "()Z", ask(RESPONSE_HOOKS, "isQuiet", THIS));
        return this;
    }

    /** {@code ka.keepAlive=true} against the JDK's own {@code http.keepAlive=false}. */
    public Seams withForcedKeepAlive() {
        add(HTTP, "getHttpKeepAliveSet", "()Z", ask(URL_HOOKS, "keepAliveForced"));
        return this;
    }

    /**
     * The seams of raw sockets.
     *
     * @param tellAll {@code ka.tcpKeepAlive=all}: every socket that connects is told
     */
    public Seams withRawSockets(boolean tellAll) {
        Splice connecting = before(SOCKET_HOOKS, "connecting", THIS, 0);
        if (tellAll) {
            add(SOCKET, CONNECT, "(Ljava/net/SocketAddress;I)", connecting, after(SOCKET_HOOKS, "connected", THIS));
        } else {
            add(SOCKET, CONNECT, "(Ljava/net/SocketAddress;I)", connecting);
        }
        // new Socket(host, port) creates before it connects: not if a used connection will do
        optional(
                SOCKET,
                "<init>",
                "(Ljava/net/SocketAddress;Ljava/net/SocketAddress;Z)",
                before(SOCKET_HOOKS, "constructing", THIS, 0, 1, 2),
                after(SOCKET_HOOKS, "constructed", THIS),
                failed(SOCKET_HOOKS, "constructed", THIS));
        optional(platformImpl(), "create", "(Z)V", ask(SOCKET_HOOKS, "creating", THIS));
        add(SOCKET, "bind", "(Ljava/net/SocketAddress;)", before(SOCKET_HOOKS, "binding", THIS));
        // what the JDK's own clients open is none of these
        add(
                "sun/net/NetworkClient",
                "doConnect",
                "(Ljava/lang/String;I)",
                before(SOCKET_HOOKS, "jdkConnects"),
                after(SOCKET_HOOKS, "jdkConnected"),
                failed(SOCKET_HOOKS, "jdkConnected"));
        add("java/net/ServerSocket", "implAccept", "(Ljava/net/Socket;)V", before(SOCKET_HOOKS, "accepting", 0));
        return this;
    }

    /** The seams of raw TLS sockets: without one of them, as before JDK 8u261, these are left alone. */
    public Seams withRawTlsSockets() {
        optional(
                SECURE,
                "<init>",
                "(Lsun/security/ssl/SSLContextImpl;Ljava/net/Socket;Ljava/lang/String;IZ)",
                before(TLS_HOOKS, "layering", THIS, 1, 4));
        optional(SECURE, "getInputStream", "()", change(TLS_HOOKS, "input"));
        optional(SECURE, "getOutputStream", "()", change(TLS_HOOKS, "output"));
        optional(
                SECURE,
                "startHandshake",
                "()V",
                ask(TLS_HOOKS, "handshake", THIS),
                after(TLS_HOOKS, "over", THIS),
                failed(TLS_HOOKS, "over", THIS));
        optional(SECURE, "getSession", "()", before(TLS_HOOKS, "look", THIS), after(TLS_HOOKS, "looked", THIS));
        oneSided("shutdownInput");
        oneSided("shutdownOutput");
        optional(
                SECURE,
                "close",
                "()",
                before(TLS_HOOKS, "closing", THIS),
                after(TLS_HOOKS, "closed", THIS),
                failed(TLS_HOOKS, "closed", THIS));
        return this;
    }

    /** Where an application, an exporter or jconsole gets hold of the platform's MBean server: without it nothing is shown there. */
    public Seams withManagement() {
        optional(SeamReport.MANAGEMENT, "getPlatformMBeanServer", "()", after(MANAGEMENT_HOOKS, "asked", RESULT));
        return this;
    }

    private void oneSided(String method) {
        optional(
                SECURE,
                method,
                "()V",
                ask(TLS_HOOKS, method, THIS),
                after(TLS_HOOKS, "over", THIS),
                failed(TLS_HOOKS, "over", THIS));
    }

    /** Whose {@code create} it is that creates: since JDK 13 (JEP 353) the impl of a client's socket hands on to another one. */
    private static String platformImpl() {
        return Jdk.isBefore(13) ? "java/net/AbstractPlainSocketImpl" : "java/net/DelegatingSocketImpl";
    }

    List<Seam> all() {
        return Collections.unmodifiableList(all);
    }

    /** Internal names of the classes that are woven. */
    List<String> owners() {
        List<String> owners = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            if (!owners.contains(all.get(i).owner())) {
                owners.add(all.get(i).owner());
            }
        }
        return owners;
    }

    /** The seams of one class; empty for a class that is not woven. Runs for every class the JVM loads: no more than this. */
    List<Seam> of(String owner) {
        List<Seam> found = null;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).owner().equals(owner)) {
                if (found == null) {
                    found = new ArrayList<Seam>(8);
                }
                found.add(all.get(i));
            }
        }
        return found == null ? Collections.<Seam>emptyList() : found;
    }

    void optional(String owner, String method, String descriptorStart, Splice... splices) {
        all.add(Seam.optional(owner, method, descriptorStart, splices));
    }

    void add(String owner, String method, String descriptorStart, Splice... splices) {
        all.add(new Seam(owner, method, descriptorStart, splices));
    }
}
