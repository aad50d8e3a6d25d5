package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator sees of an application with the agent, with a Java of another release. The application doesn't notice: in the end its
 * standard error has the start line and nothing else ({@link ClientJvm#close}).
 */
class StatusIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=3");
    }

    @Test
    void countsWhatTheServerCounts() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 5, 200))
                    .isEqualTo(Loaded.allRight(200));
            client.exchange(Ask.of(site, "body=10&close"));
            client.open("busy", "response", Ask.of(site, "body=100000"));
            assertThat(client.outcome("busy").failure()).isEmpty();
            Await.until(
                    () -> site.tally().open()
                            == state(site).number("busy") + state(site).number("free"),
                    site::tally);
            Tally tally = site.tally();
            AgentState state = state(site);
            client.end("busy", "response", Finish.DISCONNECT);

            assertThat(state.number("requests")).isEqualTo(tally.arrivals().size());
            assertThat(state.number("created")).isEqualTo(tally.accepted());
            assertThat(state.number("busy")).isEqualTo(1);
            assertThat(state.number("free")).isEqualTo(tally.open() - 1);
            assertThat(state.number("destroyed")).isEqualTo(tally.accepted() - tally.open());
            assertThat(state.number("maxSockets")).isEqualTo(3);
            double own = 100.0 * tally.accepted() / tally.arrivals().size();
            assertThat(state.number("reusedPercent")).isBetween(100 - own - 0.1, 100 - own);
        }
    }

    @Test
    void showsThoseWhoWaitFirst() {
        try (Site quiet = ServerJvm.site();
                Site slow = ServerJvm.site()) {
            client.exchange(Ask.of(quiet, "body=10"));
            client.beginLoad("slow", Ask.of(slow, "body=10&hold").finish(Finish.DISCONNECT), 5, 5);
            slow.awaitArrivals(3);
            Await.until(() -> waiting(slow) == 2, () -> command().says("status", pid()));
            List<String> shown = command().shows("status", pid());
            releaseAll(slow);
            assertThat(client.loaded("slow")).isEqualTo(Loaded.allRight(5));

            assertThat(shown.get(0)).startsWith(pid() + ": ka-agent 0.1.0, JDK ");
            assertThat(shown).contains("options: maxSockets=3");
            int header = shown.indexOf(shown.stream()
                    .filter(line -> line.startsWith("ORIGIN "))
                    .findFirst()
                    .orElseThrow());
            assertThat(shown.get(header)).contains(" BUSY FREE WAIT OPENED REUSED% CONNECT ms  DESTROYED (why)");
            assertThat(shown.get(header + 1)).matches("127\\.0\\.0\\.1:" + slow.port() + " +3 +0 +2 +3 .*");
            assertThat(shown.get(shown.size() - 1)).startsWith("total ");
        }
    }

    @Test
    void isDrawnByReport(@TempDir Path directory) {
        try (Site site = ServerJvm.site()) {
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 5, 50);
            Path file = directory.resolve("report-" + pid() + ".html");
            assertThat(command().says("report", pid(), directory + "/report-%p.html"))
                    .isEqualTo("the report of " + pid() + " is in " + file);
            ReportPage page = ReportPage.in(file);
            AgentState total =
                    AgentState.of(command().says("status", pid(), "--json")).total();
            assertThat(page.number("requests")).isGreaterThanOrEqualTo(50).isEqualTo((long) total.number("requests"));
            assertThat(page.number("created")).isEqualTo((long) total.number("created"));
            assertThat(page.drawn("requests")).isEqualTo(page.number("requests"));
            assertThat(page.html()).contains("<th scope=\"row\">127.0.0.1:" + site.port() + "</th><td>50</td>");
        }
    }

    @Test
    void isShownAgainAndAgainByTop() {
        List<String> shown = command().shows("top", pid(), "--interval", 0.1, "--count", 3);
        assertThat(shown)
                .filteredOn(line -> line.startsWith(pid() + ": ka-agent "))
                .hasSize(3);
        assertThat(command()
                        .says("top", "--json", "--count=2", "--interval=0.1", pid())
                        .split("\n"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"agent\":\"0.1.0\",") && line.endsWith("]}"));
    }

    @Test
    void isFoundByList() {
        assertThat(command().shows("list"))
                .anyMatch(line -> line.matches(pid() + " +\\S+ +0\\.1\\.0  io\\.kaagent\\.it\\.child\\.LegacyClient"));
    }

    @Test
    void attachingOnceMoreChangesNothing() {
        assertThat(command().refuses(1, "attach", pid(), "maxSockets=7")).contains("has the agent already", "0.1.0");
        assertThat(command().says("status", pid())).contains("options: maxSockets=3\n");
    }

    private int waiting(Site site) {
        return (int) state(site).number("waiting");
    }

    private AgentState state(Site site) {
        return AgentState.of(command().says("status", pid(), "--json")).origin(site.origin());
    }

    private static void releaseAll(Site site) {
        site.release(3);
        site.awaitArrivals(5);
        site.release(2);
    }

    private AgentCommand command() {
        return AgentCommand.notOn(jdk);
    }

    private long pid() {
        client.tell("threads"); // it has come to its main by then: a JVM that has just started can't be asked
        return client.jvm().pid();
    }
}
