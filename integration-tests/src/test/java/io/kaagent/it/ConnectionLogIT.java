package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the log says of connections, and of those who wait for one. */
@OnEveryJdkAtOnce
class ConnectionLogIT {
    @Parameter
    Jdk jdk;

    @Test
    void tellsOnceOfEachOpeningAndEachEnd() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).agent("log=trace").client();
            client.load(Ask.of(site, "body=10"), 1, 5);
            client.load(Ask.of(site, "body=10&close"), 1, 5);
            client.load(Ask.of(site, "drop=reused"), 1, 3);
            client.load(Ask.of(site, "body=10&close").with("raw", true), 1, 5);
            Await.until(
                    () -> lines(client, "ended after").size() == site.tally().accepted() - open(client), site::tally);
            List<String> said = client.finish().err();
            int replaced = lines(said, "in its place").size();
            assertThat(lines(said, " ms").stream()
                            .filter(line -> line.contains(" opened in ") && !line.contains(" ended ")))
                    .hasSize(site.tally().accepted() - replaced);
            assertThat(lines(said, "taken, open already")).isNotEmpty();
            assertThat(lines(said, "given back: free")).isNotEmpty();
            assertThat(said).allMatch(line -> line.startsWith("ka-agent "));
        }
    }

    @Test
    void warnsOfCallersWhoWaitAndSaysWhatToDo() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).agent("maxSockets=1").client();
            client.begin("busy", Ask.of(site, "hold"));
            site.awaitArrivals(1);
            client.begin("one", Ask.of(site, "body=10"));
            client.begin("other", Ask.of(site, "body=10"));
            Await.until(
                    () -> !lines(client, " reached for ").isEmpty(),
                    () -> client.jvm().err());
            site.release(1);
            assertThat(client.outcome("one").right()).isTrue();
            assertThat(client.outcome("other").right()).isTrue();
            assertThat(lines(client.finish().err(), "WARN"))
                    .singleElement()
                    .asString()
                    .matches("ka-agent WARN \\S+ maxSockets=1 reached for " + site.origin()
                            + ", \\d waiting, the longest for \\S+ s \\(ka\\.origin\\.127\\.0\\.0\\.1:" + site.port()
                            + "\\.maxSockets raises it\\)");
        }
    }

    private static int open(ClientJvm client) {
        return client.tell("pool").number("busy") + client.tell("pool").number("free");
    }

    private static List<String> lines(ClientJvm client, String part) {
        return lines(client.jvm().err(), part);
    }

    private static List<String> lines(List<String> lines, String part) {
        return lines.stream().filter(line -> line.contains(part)).toList();
    }
}
