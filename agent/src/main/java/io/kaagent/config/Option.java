package io.kaagent.config;

/** The table of options: name, where it may be given, what it allows, and its default. */
enum Option {
    // key, whether it may be given for one origin, values, default
    ENABLED("enabled", false, Values.trueOrFalse(), 1),
    CONFIG("config", false, Values.file(), 0),
    LOG("log", false, Values.oneOf("off, warn, info, debug or trace", "off", "warn", "info", "debug", "trace"), 1),
    KEEP_ALIVE("keepAlive", true, Values.trueOrFalse(), 1),
    MAX_SOCKETS("maxSockets", true, Values.count(1), Values.INFINITY),
    MAX_FREE_SOCKETS("maxFreeSockets", true, Values.count(0), 256),
    MAX_TOTAL_SOCKETS("maxTotalSockets", false, Values.count(1), Values.INFINITY),
    TIMEOUT("timeout", true, Values.millis(), 4000),
    ACQUIRE_TIMEOUT("acquireTimeout", true, Values.millis(), 30_000),
    MAX_PENDING("maxPending", true, Values.count(1), Values.INFINITY),
    SCHEDULING("scheduling", true, Values.oneOf("lifo or fifo", "lifo", "fifo"), 0),
    SOCKET_ACTIVE_TTL("socketActiveTTL", true, Values.millis(), 300_000),
    POOL("pool", true, Values.trueOrFalse(), 1),
    TCP_KEEP_ALIVE("tcpKeepAlive", false, Values.oneOf("pooled, all or off", "pooled", "all", "off"), 0),
    // Linux refuses to set times above 32767 s and counts above 127
    KEEP_ALIVE_MSECS("keepAliveMsecs", true, Values.millis(32_767_000), 1000),
    TCP_KEEP_ALIVE_INTERVAL("tcpKeepAliveInterval", true, Values.millis(32_767_000), 1000),
    TCP_KEEP_ALIVE_COUNT("tcpKeepAliveCount", true, Values.count(1, 127), 10),
    NO_DELAY("noDelay", true, Values.trueOrFalse(), 1);

    private static final Option[] ALL = values();

    final String key;
    final boolean perOrigin;
    final Values values;
    final long standard;

    Option(String key, boolean perOrigin, Values values, long standard) {
        this.key = key;
        this.perOrigin = perOrigin;
        this.values = values;
        this.standard = standard;
    }

    static int count() {
        return ALL.length;
    }

    static Option at(int ordinal) {
        return ALL[ordinal];
    }

    /** Null if there is none. Keys are case-sensitive. */
    static Option named(String key) {
        for (int i = 0; i < ALL.length; i++) {
            if (ALL[i].key.equals(key)) {
                return ALL[i];
            }
        }
        return null;
    }

    static long[] standards() {
        long[] values = new long[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            values[i] = ALL[i].standard;
        }
        return values;
    }
}
