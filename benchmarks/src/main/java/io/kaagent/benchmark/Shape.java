package io.kaagent.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is compared, and what the comparison must show: the least ratio of the rates with and without the agent; 0: it is only told. */
enum Shape {
    CLOSE("GET, Connection: close", 3) {
        @Override
        Work work(Ports ports) {
            return closing(ports);
        }
    },
    HTTP10("GET, HTTP/1.0", 3) {
        @Override
        Work work(Ports ports) {
            return new ConnectingWork(Sockets.plain(ports.container), Request.head("GET /s HTTP/1.0"), true);
        }
    },
    POST_CLOSE("POST, Connection: close", 3) {
        @Override
        Work work(Ports ports) {
            byte[] head = Request.head("POST /s HTTP/1.1", "Content-Length: 4", "Connection: close");
            return new ConnectingWork(Sockets.plain(ports.container), Arrays.copyOf(head, head.length + 4), true);
        }
    },
    KEEP_ALIVE("GET, keep-alive, then close()", 3) {
        @Override
        Work work(Ports ports) {
            return new ConnectingWork(Sockets.plain(ports.container), Request.head("GET /s HTTP/1.1"), false);
        }
    },
    CLOSE_BARE("GET, close, bare server", 0) {
        @Override
        Work work(Ports ports) {
            return new ConnectingWork(
                    Sockets.plain(ports.bare), Request.head("GET /s HTTP/1.1", "Connection: close"), true);
        }
    },
    KEPT_CONTAINER("GET, kept socket, container", 0.97, Kind.RAW, Kind.WELL_BEHAVED) {
        @Override
        Work work(Ports ports) throws IOException {
            return new KeptWork(ports.container, Request.head("GET /s HTTP/1.1"), false);
        }
    },
    KEPT_POST("POST, kept socket, container", 0.97, Kind.WELL_BEHAVED) {
        @Override
        Work work(Ports ports) throws IOException {
            byte[] head = Request.head("POST /s HTTP/1.1", "Content-Length: 4");
            return new KeptWork(ports.container, Arrays.copyOf(head, head.length + 4), false);
        }
    },
    KEPT("GET on a kept socket", 0.97, Kind.RAW, Kind.WELL_BEHAVED) {
        @Override
        Work work(Ports ports) throws IOException {
            return new KeptWork(ports.bare, Request.head("GET /s HTTP/1.1"), false);
        }
    },
    BYTES("the same, byte by byte", 0) {
        @Override
        Work work(Ports ports) throws IOException {
            return new KeptWork(ports.bare, Request.head("GET /s HTTP/1.1"), true);
        }
    },
    DOWNLOAD("100 MB down, Content-Length", 0.97) {
        @Override
        Work work(Ports ports) throws IOException {
            int head = ("HTTP/1.1 200 OK\r\nContent-Length: " + HttpTalk.LARGE + "\r\n\r\n").length();
            return new TransferWork(ports.bare, Request.head("GET /d HTTP/1.1"), false, head + HttpTalk.LARGE);
        }
    },
    CHUNKS("100 MB down, chunked", 0.97) {
        @Override
        Work work(Ports ports) throws IOException {
            int head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".length();
            int all = head + HttpTalk.LARGE + TransferWork.CHUNKING;
            return new TransferWork(ports.bare, Request.head("GET /c HTTP/1.1"), false, all);
        }
    },
    UPLOAD("100 MB up, Content-Length", 0.97) {
        @Override
        Work work(Ports ports) throws IOException {
            byte[] head = Request.head("POST /s HTTP/1.1", "Content-Length: " + HttpTalk.LARGE);
            return new TransferWork(ports.bare, head, true, HttpTalk.smallAnswer());
        }
    },
    OTHER_DOWN("100 MB down, not HTTP", 0.97) {
        @Override
        Work work(Ports ports) throws IOException {
            return new TransferWork(ports.other, new byte[] {OtherTalk.SEND}, false, HttpTalk.LARGE);
        }
    },
    OTHER_UP("100 MB up, not HTTP", 0.97) {
        @Override
        Work work(Ports ports) throws IOException {
            return new TransferWork(ports.other, new byte[] {OtherTalk.RECEIVE}, true, 1);
        }
    },
    NEW_FACTORY("https, a new factory each", Kind.TLS) {
        @Override
        Work work(Ports ports) throws IOException {
            return new UrlWork(ports.tls, new Trust().context()::getSocketFactory);
        }
    },
    NEW_CONTEXT("https, a new context each", Kind.TLS) {
        @Override
        Work work(Ports ports) throws IOException {
            Trust trust = new Trust();
            return new UrlWork(ports.tls, () -> trust.context().getSocketFactory());
        }
    },
    TLS_CLOSE("TLS socket, Connection: close", Kind.TLS) {
        @Override
        Work work(Ports ports) throws IOException {
            Sockets sockets = Sockets.tls(new Trust().context().getSocketFactory(), ports.tls);
            return new ConnectingWork(sockets, Request.head("GET /s HTTP/1.1", "Connection: close"), true);
        }
    },
    LAYERED_CLOSE("the same, layered", Kind.TLS) {
        @Override
        Work work(Ports ports) throws IOException {
            Sockets sockets = Sockets.layered(new Trust().context().getSocketFactory(), ports.tls);
            return new ConnectingWork(sockets, Request.head("GET /s HTTP/1.1", "Connection: close"), true);
        }
    },
    URL_LOOKED_AT("URL, read and closed", 0.97, Kind.WATCHED, Kind.RECORDED, Kind.OBSERVED, Kind.WELL_BEHAVED) {
        @Override
        Work work(Ports ports) throws IOException {
            return new UrlGet(ports.container);
        }
    },
    URL_BARE("the same, bare server", 0.97, Kind.WELL_BEHAVED) {
        @Override
        Work work(Ports ports) throws IOException {
            return new UrlGet(ports.bare);
        }
    },
    URL_POST("POST by URL, read and closed", 0.97, Kind.WELL_BEHAVED) {
        @Override
        Work work(Ports ports) throws IOException {
            return new UrlGet("http://127.0.0.1:" + ports.container + "/s", new byte[4]);
        }
    },
    URL_TLS("https, read and closed", 0.97, Kind.WELL_BEHAVED) {
        @Override
        Work work(Ports ports) throws IOException {
            return new UrlGet("https://localhost:" + ports.tls + "/s", null);
        }
    },
    CLOSE_LOOKED_AT("GET, Connection: close", 0.97, Kind.WATCHED, Kind.RECORDED, Kind.OBSERVED) {
        @Override
        Work work(Ports ports) {
            return closing(ports);
        }
    };

    /** What is measured in one go. */
    enum Kind {
        RAW(3000),
        /** A handshake is much code, and it takes thousands of them until all of it is compiled. */
        TLS(10000),
        /** With the agent on both sides: nobody sees what it does, and with all that shows it. */
        WATCHED(
                5000,
                Arrays.asList(Side.AGENT, "-Dka.log=off", "-Dka.jmx=false", "-Dka.jfr=false"),
                "-Dka.log=info",
                "-Dka.summary=true",
                "-Dbenchmark.recorded=true",
                "-Dbenchmark.watched=true"),
        /** The same, but that a recording runs on both sides: what it costs by itself is not the agent's. */
        RECORDED(
                5000,
                Arrays.asList(
                        Side.AGENT, "-Dka.log=off", "-Dka.jmx=false", "-Dka.jfr=false", "-Dbenchmark.recorded=true"),
                "-Dka.log=info",
                "-Dka.summary=true",
                "-Dbenchmark.recorded=true",
                "-Dbenchmark.watched=true"),
        /** {@code ka.mode=observe}, against no agent. */
        OBSERVED(5000, Collections.<String>emptyList(), "-Dka.mode=observe"),
        /** Clients that keep their connections with or without the agent: nothing is to be gained, so nothing must be lost. */
        WELL_BEHAVED(8000);

        final int warmUpMillis;
        final List<String> without;
        final List<String> with;

        Kind(int warmUpMillis) {
            this(warmUpMillis, Collections.<String>emptyList());
        }

        /** @param without options of the one side, and those of the other one besides the agent */
        Kind(int warmUpMillis, List<String> without, String... with) {
            this.warmUpMillis = warmUpMillis;
            this.without = without;
            this.with = Arrays.asList(with);
        }
    }

    final String told;
    final double target;
    final List<Kind> kinds;

    Shape(String told, double target) {
        this(told, target, Kind.RAW);
    }

    Shape(String told, Kind kind) {
        this(told, 0, kind);
    }

    Shape(String told, double target, Kind... kinds) {
        this.told = told;
        this.target = target;
        this.kinds = Arrays.asList(kinds);
    }

    private static Work closing(Ports ports) {
        return new ConnectingWork(
                Sockets.plain(ports.container), Request.head("GET /s HTTP/1.1", "Connection: close"), true);
    }

    /** The least ratio of the rates; stricter where nothing else is asked. */
    double target(Kind kind) {
        return kind == Kind.WELL_BEHAVED ? 0.98 : target;
    }

    /** Connects, if it is to keep its socket. */
    abstract Work work(Ports ports) throws IOException;
}
