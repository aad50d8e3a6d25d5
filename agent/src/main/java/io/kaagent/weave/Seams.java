package io.kaagent.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The whole intervention on one screen: every method of the JDK that the agent changes. Descriptors are those of JDK 8 to 25;
 * where they differ the common start is given ({@code parseHTTP} lost its {@code ProgressSource} after 17).
 *
 * <p>All seams of a table are needed: where one is missing nothing is pooled, since half a weaving could lose slots.
 */
public final class Seams {
    private static final String HTTP = "sun/net/www/http/HttpClient";
    private static final String HTTPS = "sun/net/www/protocol/https/HttpsClient";
    private static final String CACHE = "sun/net/www/http/KeepAliveCache";
    private static final String SOCKET = "java/net/Socket";

    private final List<Seam> all = new ArrayList<Seam>();

    private Seams() {}

    /** The seams of pooled {@code HttpURLConnection}s. */
    public static Seams none() {
        return new Seams();
    }

    public Seams withUrlConnections() {
        // take: the only place where a caller may wait, no lock of the JDK's client is held here
        add(
                HTTP,
                "New",
                "(Ljava/net/URL;Ljava/net/Proxy;IZLsun/net/www/protocol/http/HttpURLConnection;)",
                "ReserveForHttp");
        add(
                HTTPS,
                "New",
                "(Ljavax/net/ssl/SSLSocketFactory;Ljava/net/URL;Ljavax/net/ssl/HostnameVerifier;Ljava/net/Proxy;ZI"
                        + "Lsun/net/www/protocol/http/HttpURLConnection;)",
                "ReserveForHttps");
        add(CACHE, "get", "(Ljava/net/URL;Ljava/lang/Object;)", "AnswerFromPool");
        // give back
        add(CACHE, "put", "(Ljava/net/URL;Ljava/lang/Object;Lsun/net/www/http/HttpClient;)", "GiveBackToPool");
        // the life of a connection in between
        add(HTTP, "openServer", "(Ljava/lang/String;I)", "TellOpened");
        add(HTTP, "closeServer", "()", "TellClosed");
        add(SOCKET, "close", "()", "TellSocketClosed");
        add(
                HTTP,
                "writeRequests",
                "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)",
                "TellRequestWritten");
        add(HTTP, "parseHTTP", "(Lsun/net/www/MessageHeader;", "TellExchange");
        return this;
    }

    /** {@code ka.keepAlive=true} against the JDK's own {@code http.keepAlive=false}. */
    public Seams withForcedKeepAlive() {
        add(HTTP, "getHttpKeepAliveSet", "()Z", "KeepAliveAsConfigured");
        return this;
    }

    /** {@code ka.tcpKeepAlive=all}. */
    public Seams withEverySocket() {
        add(SOCKET, "connect", "(Ljava/net/SocketAddress;I)", "TellSocketConnected");
        return this;
    }

    List<Seam> all() {
        return Collections.unmodifiableList(all);
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

    private void add(String owner, String method, String descriptorStart, String advice) {
        all.add(new Seam(owner, method, descriptorStart, advice));
    }
}
