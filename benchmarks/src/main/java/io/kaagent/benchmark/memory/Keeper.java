package io.kaagent.benchmark.memory;

/** Who keeps the connections. */
enum Keeper {
    SOCKETS("sockets left open, no agent", false),
    JDK_CACHE("HttpURLConnection, the JDK's cache", false),
    URL_AGENT("HttpURLConnection, ka-agent", true),
    SOCKETS_AGENT("sockets closed, ka-agent", true);

    final String told;
    final boolean byAgent;

    Keeper(String told, boolean byAgent) {
        this.told = told;
        this.byAgent = byAgent;
    }

    /** Whether the application asks by URL. */
    boolean asksByUrl() {
        return this == JDK_CACHE || this == URL_AGENT;
    }
}
