package io.kaagent.it;

import java.util.List;

/** Whom the agent pools: who asks by URL, and who opens sockets, with and without TLS. */
enum Caller {
    URL(false),
    HTTPS(true),
    SOCKET(false),
    TLS_SOCKET(true);

    /** Those that have connections kept alive without the agent, too: the others open one for each request. */
    static final List<Caller> OF_THE_JDK = List.of(URL, HTTPS);

    private final boolean secure;

    Caller(boolean secure) {
        this.secure = secure;
    }

    /** A site of its own, at which nobody else asks. */
    Site site(TwoHosts hosts) {
        return secure ? hosts.https() : hosts.http();
    }

    Ask ask(Site site, String query) {
        Ask ask = Ask.of(site, query);
        return switch (this) {
            case SOCKET -> ask.with("raw", true);
            case TLS_SOCKET -> ask.with("tls", "connected first");
            default -> ask;
        };
    }
}
