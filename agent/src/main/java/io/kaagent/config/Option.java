package io.kaagent.config;

/** The table of options: name, where it may be given, what it allows, and its default. */
enum Option {
    // key, whether it may be given for all origins, whether for one, values, default
    ENABLED("enabled", true, false, Values.trueOrFalse(), 1),
    MODE("mode", true, false, Values.oneOf("pool or observe", "pool", "observe"), 0),
    CONFIG("config", true, false, Values.text("the path of a properties file"), 0),
    LOG(
            "log",
            true,
            false,
            Values.oneOf("off, warn, info, debug or trace", "off", "warn", "info", "debug", "trace"),
            1),
    SUMMARY("summary", true, false, Values.trueOrFalse(), 0),
    REPORT("report", true, false, Values.text(WritableFile.ALLOWED), 0),
    KEEP_ALIVE("keepAlive", true, true, Values.trueOrFalse(), 1),
    MAX_SOCKETS("maxSockets", true, true, Values.count(1), Values.INFINITY),
    MAX_FREE_SOCKETS("maxFreeSockets", true, true, Values.count(0), 256),
    MAX_TOTAL_SOCKETS("maxTotalSockets", true, false, Values.count(1), Values.INFINITY),
    TIMEOUT("timeout", true, true, Values.millis(), 4000),
    ACQUIRE_TIMEOUT("acquireTimeout", true, true, Values.millis(), 30_000),
    MAX_PENDING("maxPending", true, true, Values.count(1), Values.INFINITY),
    SCHEDULING("scheduling", true, true, Values.oneOf("lifo or fifo", "lifo", "fifo"), 0),
    SOCKET_ACTIVE_TTL("socketActiveTTL", true, true, Values.millis(), 300_000),
    POOL("pool", true, true, Values.trueOrFalse(), 1),
    TCP_KEEP_ALIVE("tcpKeepAlive", true, false, Values.oneOf("pooled, all or off", "pooled", "all", "off"), 0),
    // Linux refuses to set times above 32767 s and counts above 127
    KEEP_ALIVE_MSECS("keepAliveMsecs", true, true, Values.millis(32_767_000), 1000),
    TCP_KEEP_ALIVE_INTERVAL("tcpKeepAliveInterval", true, true, Values.millis(32_767_000), 1000),
    TCP_KEEP_ALIVE_COUNT("tcpKeepAliveCount", true, true, Values.count(1, 127), 10),
    NO_DELAY("noDelay", true, true, Values.trueOrFalse(), 1),
    CLOSE_HEADER("closeHeader", true, true, Values.oneOf("rewrite or honour", "rewrite", "honour"), 0),
    UNSAFE_REUSE_IDLE("unsafeReuseIdle", true, true, Values.millis(), 1000),
    TLS_IDENTITY("tlsIdentity", true, true, Values.oneOf("proved or strict", "proved", "strict"), 0),
    TLS_SOCKETS("tlsSockets", true, true, Values.trueOrFalse(), 1),
    ERROR_BODY_BYTES("errorBodyBytes", true, true, Values.count(0, 16_777_216), 65_536),
    ERROR_BODY_TIME("errorBodyTime", true, true, Values.millis(10_000), 20),
    DRAIN_BYTES("drainBytes", true, true, Values.count(0, 1_073_741_824), 1_048_576),
    DRAIN_TIME("drainTime", true, true, Values.millis(60_000), 1000),
    RESEND_POST("resendPost", true, true, Values.trueOrFalse(), 1),
    HEAD_WITH_BODY("headWithBody", true, true, Values.trueOrFalse(), 1),
    LEAK_DETECTION("leakDetection", true, false, Values.trueOrFalse(), 0),
    LEAK_DETECTION_THRESHOLD("leakDetectionThreshold", true, false, Values.millis(), 60_000),
    JMX("jmx", true, false, Values.trueOrFalse(), 1),
    JFR("jfr", true, false, Values.trueOrFalse(), 1),
    // for all origins it would pool every protocol of the JVM
    PROTOCOL("protocol", false, true, Values.oneOf("auto, opaque or none", "auto", "opaque", "none"), 0);

    private static final Option[] ALL = values();

    final String key;
    final boolean global;
    final boolean perOrigin;
    final Values values;
    final long standard;

    Option(String key, boolean global, boolean perOrigin, Values values, long standard) {
        this.key = key;
        this.global = global;
        this.perOrigin = perOrigin;
        this.values = values;
        this.standard = standard;
    }

    /** Whether it may be given there. */
    boolean isFor(boolean oneOrigin) {
        return oneOrigin ? perOrigin : global;
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
