package io.kaagent.it;

/** How applications that speak HTTP over a TLS socket of their own come by it, and what they do with it before the request. */
enum TlsSocketWay {
    HOST_AND_PORT("host and port"),
    UNCONNECTED("unconnected"),
    /** As commons-httpclient 3 does. */
    NO_LOCAL_ADDRESS("no local address"),
    ADDRESS("address"),
    LAYERED("layered"),
    HANDSHAKE_AND_LISTENER("host and port", "look", "handshake"),
    SESSION_AND_OWN_CHECK("host and port", "look", "session"),
    FACTORY_EACH_TIME("host and port", "factory", "new of-one-context"),
    CONTEXT_EACH_TIME("host and port", "factory", "new trusting right"),
    LAYERED_CONTEXT_EACH_TIME("layered", "factory", "new trusting right"),
    TLS_12("host and port", "set", "protocol TLSv1.2"),
    IDENTIFIED("host and port", "set", "identified HTTPS"),
    CONNECTED_THEN_IDENTIFIED("connected first", "set", "identified HTTPS");

    private final String tls;
    private final String key;
    private final String value;

    TlsSocketWay(String tls) {
        this(tls, "raw", "true");
    }

    TlsSocketWay(String tls, String key, String value) {
        this.tls = tls;
        this.key = key;
        this.value = value;
    }

    Ask ask(Site site, String query) {
        return Ask.of(site, query).with("tls", tls).with(key, value);
    }
}
