package io.kaagent.it.child.chaos;

import java.io.IOException;

/** One way to make a request. Used by one thread. */
interface Client extends AutoCloseable {
    int CONNECT_TIMEOUT_MILLIS = 15_000;

    /** Tells what it gets while it gets it, and throws whatever the application would see. */
    void send(Plan plan, int port, Got got) throws Exception;

    /** What it has kept open. */
    @Override
    default void close() throws IOException {}

    static Client of(Kind kind) {
        switch (kind) {
            case URL:
            case SECURE_URL:
                return new UrlClient();
            case RAW:
            case KEPT:
            case SECURE_RAW:
                return new SocketClient();
            case COMMONS_HTTPCLIENT:
                return new CommonsClient();
            case HTTPCLIENT:
                return new ApacheClient();
            default:
                return new XmlRpcCaller();
        }
    }

    /** Of sockets that are kept: they have a limit of their own. */
    static String host(Plan plan) {
        return plan.kind == Kind.KEPT ? "localhost" : "127.0.0.1";
    }

    static String url(Plan plan, int port) {
        return (plan.kind.secure ? "https" : "http") + "://127.0.0.1:" + port + plan.target();
    }
}
