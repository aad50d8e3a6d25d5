package io.kaagent.benchmark.start;

/** What is started. */
enum Kind {
    NONE("no agent"),
    EMPTY("an agent that does nothing"),
    OFF("ka-agent, ka.enabled=false"),
    AGENT("ka-agent"),
    ARCHIVE("ka-agent, an archive of classes", 11),
    AOT_CACHE("ka-agent, an AOT cache", 25),
    EMPTY_REQUEST("an agent that does nothing, and a request"),
    AGENT_REQUEST("ka-agent, and a request");

    final String told;
    final int since;

    Kind(String told) {
        this(told, 8);
    }

    /** @param since the first JDK that has it */
    Kind(String told, int since) {
        this.told = told;
        this.since = since;
    }

    boolean asks() {
        return this == EMPTY_REQUEST || this == AGENT_REQUEST;
    }

    /** What its cost is compared with. */
    Kind base() {
        return asks() ? EMPTY_REQUEST : EMPTY;
    }
}
