package io.kaagent.it.child.chaos;

/** What an application makes its request with. */
public enum Kind {
    URL(Api.URL, false),
    SECURE_URL(Api.URL, true),
    /** A socket for each request, closed after it. */
    RAW(Api.SOCKET, false),
    /** A socket that its thread uses again for as long as the server lets it. */
    KEPT(Api.SOCKET, false),
    SECURE_RAW(Api.SOCKET, true),
    COMMONS_HTTPCLIENT(Api.LIBRARY, false),
    HTTPCLIENT(Api.LIBRARY, false),
    XML_RPC(Api.LIBRARY, false);

    /** Who speaks HTTP. */
    enum Api {
        URL,
        SOCKET,
        LIBRARY
    }

    final Api api;
    final boolean secure;

    Kind(Api api, boolean secure) {
        this.api = api;
        this.secure = secure;
    }

    /** Whether the client itself, without any agent, may send a request once more that is not idempotent: these two are known for it. */
    public boolean repeatsAnything() {
        return api == Api.URL || this == COMMONS_HTTPCLIENT;
    }
}
