package io.kaagent.benchmark.pool;

/** Who is measured, and which cells each of them can do. */
enum Peers {
    OURS(
            "ka-agent",
            true,
            true,
            "all rules on; idle 10 min, age 5 min; each taking looks whether the connection is quiet",
            Ours::new),
    JDK(
            "KeepAliveCache",
            true,
            false,
            "of the JDK that runs; `http.maxConnections` 100 000, `http.keepAlive.time.server` 600 s",
            Jdk::new),
    STRICT("StrictConnPool", true, true, "HttpCore 5.4.4; LIFO, no time to live, no total limit", HttpCore::strict),
    LAX("LaxConnPool", true, true, "HttpCore 5.4.4; LIFO, no time to live", HttpCore::lax),
    SEGMENTED(
            "RouteSegmentedConnPool",
            true,
            true,
            "HttpCore 5.4.4; LIFO, no time to live, no total limit",
            HttpCore::segmented),
    JETTY(
            "Jetty",
            true,
            false,
            "DuplexConnectionPool of jetty-client 12.1.14, one for each origin in a ConcurrentHashMap, as HttpClient has them",
            Jetty::new),
    COMMONS(
            "commons-pool2",
            true,
            true,
            "GenericKeyedObjectPool 2.13.1; LIFO, no test, no JMX, no fairness (the default)",
            cell -> new Commons(cell, false)),
    FAIR_COMMONS(
            "commons-pool2, fair",
            true,
            true,
            "the same, with fairness; only where callers wait: elsewhere it makes no difference",
            cell -> new Commons(cell, true)) {
        @Override
        boolean can(Cell cell) {
            return cell.isLimited();
        }
    },
    BAG("ConcurrentBag", false, true, "HikariCP 7.1.0; not keyed; looks at no clock, as it is", Hikari::new),
    STORMPOT(
            "Stormpot",
            false,
            true,
            "3.2 (4 needs JDK 21); not keyed, fixed size; nothing expires, no background expiration, no precise leak detection",
            Storm::new);

    final String title;
    final boolean keyed;
    final String settings;
    private final boolean waits;
    private final Maker maker;

    Peers(String title, boolean keyed, boolean waits, String settings, Maker maker) {
        this.title = title;
        this.keyed = keyed;
        this.waits = waits;
        this.settings = settings;
        this.maker = maker;
    }

    Peer make(Cell cell) throws Exception {
        return maker.make(cell);
    }

    boolean can(Cell cell) {
        return (keyed || cell.origins() == 1) && (waits || !cell.isLimited());
    }

    private interface Maker {
        Peer make(Cell cell) throws Exception;
    }
}
