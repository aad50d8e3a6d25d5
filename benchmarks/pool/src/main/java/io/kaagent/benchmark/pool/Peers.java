package io.kaagent.benchmark.pool;

/** Who is measured, and which cells each of them can do. */
enum Peers {
    OURS(
            "ka-agent",
            true,
            true,
            "all rules on; idle 10 min, age 5 min; each taking looks whether the connection is quiet") {
        @Override
        Peer make(Cell cell) {
            return new Ours(cell);
        }
    },
    JDK(
            "KeepAliveCache",
            true,
            false,
            "of the JDK that runs; `http.maxConnections` 100 000, `http.keepAlive.time.server` 600 s") {
        @Override
        Peer make(Cell cell) throws Exception {
            return new Jdk(cell);
        }
    },
    STRICT("StrictConnPool", true, true, "HttpCore 5.4.4; LIFO, no time to live, no total limit") {
        @Override
        Peer make(Cell cell) {
            return HttpCore.strict(cell);
        }
    },
    LAX("LaxConnPool", true, true, "HttpCore 5.4.4; LIFO, no time to live") {
        @Override
        Peer make(Cell cell) {
            return HttpCore.lax(cell);
        }
    },
    SEGMENTED("RouteSegmentedConnPool", true, true, "HttpCore 5.4.4; LIFO, no time to live, no total limit") {
        @Override
        Peer make(Cell cell) {
            return HttpCore.segmented(cell);
        }
    },
    JETTY(
            "Jetty",
            true,
            false,
            "DuplexConnectionPool of jetty-client 12.1.14, one for each origin in a ConcurrentHashMap, as HttpClient has them") {
        @Override
        Peer make(Cell cell) throws Exception {
            return new Jetty(cell);
        }
    },
    COMMONS(
            "commons-pool2",
            true,
            true,
            "GenericKeyedObjectPool 2.13.1; LIFO, no test, no JMX, no fairness (the default)") {
        @Override
        Peer make(Cell cell) {
            return new Commons(cell, false);
        }
    },
    FAIR_COMMONS(
            "commons-pool2, fair",
            true,
            true,
            "the same, with fairness; only where callers wait: elsewhere it makes no difference") {
        @Override
        Peer make(Cell cell) {
            return new Commons(cell, true);
        }

        @Override
        boolean can(Cell cell) {
            return cell.isLimited();
        }
    },
    BAG("ConcurrentBag", false, true, "HikariCP 7.1.0; not keyed; looks at no clock, as it is") {
        @Override
        Peer make(Cell cell) {
            return new Hikari(cell);
        }
    },
    STORMPOT(
            "Stormpot",
            false,
            true,
            "3.2 (4 needs JDK 21); not keyed, fixed size; nothing expires, no background expiration, no precise leak detection") {
        @Override
        Peer make(Cell cell) throws Exception {
            return new Storm(cell);
        }
    };

    final String title;
    final boolean keyed;
    final String settings;
    private final boolean waits;

    Peers(String title, boolean keyed, boolean waits, String settings) {
        this.title = title;
        this.keyed = keyed;
        this.waits = waits;
        this.settings = settings;
    }

    abstract Peer make(Cell cell) throws Exception;

    boolean can(Cell cell) {
        return (keyed || cell.origins() == 1) && (waits || !cell.isLimited());
    }
}
