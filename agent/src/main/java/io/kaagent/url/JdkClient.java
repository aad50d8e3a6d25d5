package io.kaagent.url;

import io.kaagent.jdk.Members;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.URL;

/**
 * What the agent reads of, and asks from, the JDK's HTTP client ({@code sun.net.www.http.HttpClient} and its neighbours). All names
 * are those of JDK 8 to 25; of what is written, only the stream below {@link #output}. A {@code client} is always an instance of that class.
 */
final class JdkClient {
    private static final Field SERVER_SOCKET = Members.field("sun.net.NetworkClient", "serverSocket");
    private static final Field SERVER_INPUT = Members.field("sun.net.NetworkClient", "serverInput");
    private static final Field SERVER_OUTPUT = Members.field("sun.net.NetworkClient", "serverOutput");
    private static final Field BELOW_OUTPUT = Members.field("java.io.FilterOutputStream", "out");
    private static final Field RETRY_POST = Members.field("sun.net.www.http.HttpClient", "retryPostProp");
    private static final Field URL = Members.field("sun.net.www.http.HttpClient", "url");
    private static final Method CLOSE = Members.method("sun.net.www.http.HttpClient", "closeServer");
    private static final Method KEEPS_ALIVE = Members.method("sun.net.www.http.HttpClient", "getHttpKeepAliveSet");
    private static final Method KEEPING_ALIVE = Members.method("sun.net.www.http.HttpClient", "isKeepingAlive");
    private static final Method PROXY_HOST = Members.method("sun.net.www.http.HttpClient", "getProxyHostUsed");
    private static final Method PROXY_PORT = Members.method("sun.net.www.http.HttpClient", "getProxyPortUsed");
    private static final Method FINISH = Members.method("sun.net.www.http.HttpClient", "finished");
    private static final Method RETRY_NOT =
            Members.method("sun.net.www.http.HttpClient", "setDoNotRetry", boolean.class);
    private static final Method AUTHENTICATOR = authenticator();

    private JdkClient() {}

    /** Whether all that the agent needs is there; if not, nothing is pooled. Makes the JDK load its client, so not before main. */
    static boolean isKnown() {
        return SERVER_SOCKET != null
                && SERVER_INPUT != null
                && URL != null
                && CLOSE != null
                && KEEPS_ALIVE != null
                && PROXY_HOST != null
                && PROXY_PORT != null;
    }

    static Socket socket(Object client) {
        return (Socket) Members.get(SERVER_SOCKET, client);
    }

    static URL url(Object client) {
        return (URL) Members.get(URL, client);
    }

    /** Where it writes its requests; null if this JDK does not tell. */
    static PrintStream output(Object client) {
        return SERVER_OUTPUT == null ? null : (PrintStream) Members.get(SERVER_OUTPUT, client);
    }

    /** What lies below that; null if it is closed, or this JDK does not tell. */
    static Object belowOutput(PrintStream output) {
        return output == null || BELOW_OUTPUT == null ? null : Members.get(BELOW_OUTPUT, output);
    }

    /** Of one that has something below it. */
    static void putBelowOutput(PrintStream output, OutputStream stream) {
        Members.set(BELOW_OUTPUT, output, stream);
    }

    /** False after {@code sun.net.http.retryPost=false}; true also where this JDK does not tell. */
    static boolean mayResendPost() {
        return RETRY_POST == null || (Boolean) Members.get(RETRY_POST, null);
    }

    /** The stream of the response read last, as the JDK stacked it. */
    static InputStream input(Object client) {
        return (InputStream) Members.get(SERVER_INPUT, client);
    }

    /** Closes the socket; the JDK swallows what the close throws. */
    static void close(Object client) {
        Members.call(CLOSE, client);
    }

    /** False after {@code http.keepAlive=false}: it will use no connection twice. */
    static boolean keepsAlive(Object client) {
        return (Boolean) Members.call(KEEPS_ALIVE, client);
    }

    /** Whether the response that is being read leaves the connection open. */
    static boolean isKeepingAlive(Object client) {
        return KEEPING_ALIVE != null && FINISH != null && (Boolean) Members.call(KEEPING_ALIVE, client);
    }

    /** The response has been read: gives the connection back, or closes it. */
    static void finish(Object client) {
        Members.call(FINISH, client);
    }

    /** What is sent next it will not send once more. */
    static void neverSendAgain(Object client) {
        if (RETRY_NOT != null) {
            Members.call(RETRY_NOT, client, Boolean.TRUE);
        }
    }

    /** Host and port of the proxy it has connected to; null for none. */
    static String proxy(Object client) {
        Object host = Members.call(PROXY_HOST, client);
        return host == null ? null : host + ":" + Members.call(PROXY_PORT, client);
    }

    static boolean isHttps(Object client) {
        return client.getClass() != URL.getDeclaringClass();
    }

    /** What tells two authenticators apart; null on JDK 8, where a connection has none of its own. */
    static Object authenticator(Object connection) {
        return connection == null || AUTHENTICATOR == null ? null : Members.call(AUTHENTICATOR, connection);
    }

    /** 11 and 17 compare a String, 21 and 25 an object; neither call has an effect. */
    private static Method authenticator() {
        String owner = "sun.net.www.protocol.http.HttpURLConnection";
        Method key = Members.method(owner, "getAuthenticatorKey");
        return key != null ? key : Members.method(owner, "getAuthCache");
    }
}
