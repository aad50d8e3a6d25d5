package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** {@code ka.mode=observe}: what pooling would do is told, and nothing is done. */
@OnEveryJdkAtOnce
class ObserveIT {
    private static final String STARTED =
            "ka-agent 0\\.1\\.0: observing, nothing is pooled, (\\d+) of \\1 seams, JDK \\S+, \\d+ ms";
    private static final int REQUESTS = 12;

    @Parameter
    Jdk jdk;

    @Test
    void countsWhatTheServersCount() {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                Site proxy = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).agent("mode=observe").client();
            AllKinds.of(client, http, https, proxy);
            AgentState observed = observed(client).total();
            Tally plain = http.tally();
            Tally secure = https.tally();
            assertThat(observed.number("opened"))
                    .as("connections, of %s", observed)
                    .isEqualTo(plain.accepted() + secure.accepted());
            assertThat(observed.number("requests"))
                    .as("requests, of %s", observed)
                    .isEqualTo(plain.arrivals().size() + secure.arrivals().size());
            assertReported(client.finish());
        }
    }

    /** The same requests, one after the other, observed and pooled: as many are opened by the pool as could not be spared. */
    @Test
    void foretellsWhatPoolingDoes() {
        assertThat(foretold()).isEqualTo(opened());
    }

    @Test
    void tellsWhoOpensThemAndWhyTheyWereNeeded() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).agent("mode=observe").client();
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, 10);
            client.load(Ask.of(site, "body=10&close").finish(Finish.DISCONNECT), 1, 10);
            assertThat(AgentCommand.on(jdk).says("status", pid(client)))
                    .contains("observed only: nothing is pooled there")
                    .contains("    not spared: 9 server ended it, 1 first there, at once at most 1")
                    .containsPattern("    100.0 % opened by io\\.kaagent\\.it\\.child\\.\\S+\\(\\S+\\.java:\\d+\\)");
            assertReported(client.finish());
        }
    }

    @Test
    void looksAtARunningApplicationAndLeavesItAlone() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).client();
            client.beginLoad("load", Ask.of(site, "body=10&delay=10").finish(Finish.DISCONNECT), 1, 400);
            AgentCommand command = AgentCommand.notOn(jdk);
            assertThat(command.shows("observe", pid(client), "--seconds", "0.5"))
                    .anyMatch(line -> line.startsWith("observed only"))
                    .anyMatch(line -> line.startsWith("127.0.0.1:" + site.port()));
            assertThat(client.loaded("load")).isEqualTo(Loaded.allRight(400));
            assertThat(site.tally().accepted()).isEqualTo(400);
            assertThat(command.says("status", pid(client))).endsWith("it was observed\n".trim());
            assertThat(command.refuses(1, "observe", pid(client), "--stop")).endsWith("is not being observed");
            assertThat(command.says("attach", pid(client))).contains("attached to");
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, 50);
            assertThat(site.tally().accepted()).isEqualTo(401);
            assertThat(command.refuses(1, "observe", pid(client)))
                    .contains("has the agent already, and not to observe");
            assertThat(command.refuses(1, "attach", pid(client))).contains("has the agent already");
            assertThat(client.finish().err().stream().filter(line -> line.startsWith("ka-agent")))
                    .hasSize(3)
                    .anyMatch(line -> line.matches(STARTED))
                    .contains("ka-agent 0.1.0: observing has ended")
                    .anyMatch(line -> line.matches(BuiltJar.startLine()));
        }
    }

    private Map<Foretold, Integer> foretold() {
        Map<Foretold, Integer> foretold = new EnumMap<>(Foretold.class);
        try (Sites sites = new Sites()) {
            ClientJvm client = AgentJvm.on(jdk).agent("mode=observe").client();
            sites.requests(client);
            AgentState observed = observed(client);
            for (Foretold shape : Foretold.values()) {
                Site site = sites.of(shape);
                AgentState origin = observed.origin((shape.secure ? "https" : "http") + "://127.0.0.1:" + site.port());
                assertThat(origin.number("opened"))
                        .as("%s", shape)
                        .isEqualTo(site.tally().accepted());
                foretold.put(shape, (int) (origin.number("opened") - origin.number("spared")) + shape.more);
            }
            client.finish();
        }
        return foretold;
    }

    private Map<Foretold, Integer> opened() {
        Map<Foretold, Integer> opened = new EnumMap<>(Foretold.class);
        try (Sites sites = new Sites();
                ClientJvm client = AgentJvm.on(jdk).agent().client()) {
            sites.requests(client);
            for (Foretold shape : Foretold.values()) {
                opened.put(shape, sites.of(shape).tally().accepted());
            }
        }
        return opened;
    }

    private AgentState observed(ClientJvm client) {
        return AgentState.of(AgentCommand.on(jdk).says("status", pid(client), "--json"));
    }

    private static void assertReported(FinishedJvm finished) {
        assertThat(finished.exit()).isZero();
        assertThat(finished.err().get(0)).matches(STARTED);
        assertThat(finished.err().get(1)).isEqualTo("ka-agent 0.1.0: observed");
        assertThat(finished.err().get(2)).startsWith("ORIGIN ");
        assertThat(finished.err()).noneMatch(line -> line.contains("WARN"));
    }

    private static long pid(ClientJvm client) {
        client.tell("threads"); // it has come to its main
        return client.jvm().pid();
    }

    private enum Foretold {
        READ(false, site -> Ask.of(site, "body=100")),
        DISCONNECT(false, site -> Ask.of(site, "body=100").finish(Finish.DISCONNECT)),
        CHUNKED(false, site -> Ask.of(site, "body=300&chunked").finish(Finish.DISCONNECT)),
        POST(false, site -> Ask.of(site, "").body(200).finish(Finish.DISCONNECT)),
        UNREAD(false, site -> Ask.of(site, "body=100&status=500").finish(Finish.UNREAD_DISCONNECT)),
        ASKS_FOR_CLOSE(false, site -> Ask.of(site, "obeys").with("header", "Connection: close")),
        SERVER_CLOSES(false, site -> Ask.of(site, "body=10&close")),
        HINT(false, site -> Ask.of(site, "body=10&hint=timeout%3D5,max%3D2").finish(Finish.DISCONNECT)),
        VERSION_1_0(false, site -> Ask.of(site, "body=10&version=1.0")),
        HTTPS(true, site -> Ask.of(site, "body=100").finish(Finish.DISCONNECT)),
        RAW(false, site -> Ask.of(site, "body=10").with("raw", true)),
        RAW_POST(false, site -> Ask.of(site, "body=10").with("raw", true).body(50)),
        RAW_HEAD(false, site -> Ask.of(site, "body=10").with("raw", true).method("HEAD")),
        RAW_ASKS_FOR_CLOSE(
                false, site -> Ask.of(site, "obeys").with("raw", true).with("header", "Connection: close")),
        RAW_SERVER_CLOSES(false, site -> Ask.of(site, "body=10&close").with("raw", true)),
        RAW_TLS(true, site -> Ask.of(site, "body=10").with("tls", "host and port")),
        /** Before it has seen one the pool does not know that a socket will have TLS layered over it. */
        LAYERED_TLS(true, 1, site -> Ask.of(site, "body=10").with("tls", "layered"));

        final boolean secure;
        final int more;
        final Function<Site, Ask> ask;

        Foretold(boolean secure, Function<Site, Ask> ask) {
            this(secure, 0, ask);
        }

        Foretold(boolean secure, int more, Function<Site, Ask> ask) {
            this.more = more;
            this.secure = secure;
            this.ask = ask;
        }
    }

    /** An origin for each shape. */
    private static final class Sites implements AutoCloseable {
        private final Map<Foretold, Site> sites = new EnumMap<>(Foretold.class);

        Sites() {
            for (Foretold shape : Foretold.values()) {
                sites.put(shape, shape.secure ? ServerJvm.https() : ServerJvm.site());
            }
        }

        Site of(Foretold shape) {
            return sites.get(shape);
        }

        void requests(ClientJvm client) {
            sites.forEach((shape, site) -> client.load(shape.ask.apply(site), 1, REQUESTS));
        }

        @Override
        public void close() {
            sites.values().forEach(Site::close);
        }
    }
}
