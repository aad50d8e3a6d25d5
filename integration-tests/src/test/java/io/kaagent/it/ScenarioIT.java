package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The scenario at the end of the pool's rules: a server that takes a second, and 20 requests every half second for six seconds. */
@OnEveryJdk
class ScenarioIT {
    private static final int BURSTS = 13;
    private static final int SIZE = 20;
    private static final int LIMIT = 5;

    /** One answer by the server's clock may be counted before or after a burst. */
    private static final Offset<Integer> ONE_ROUND = Offset.offset(LIMIT);

    @Parameter
    Jdk jdk;

    /** All at the same time, because the time is spent waiting. */
    @Test
    void showsTheFiguresOfTheRules() {
        List<Variant> variants = Stream.of(
                        new Variant("keepAlive=true,maxSockets=5,maxFreeSockets=5", "delay=1000"),
                        new Variant("keepAlive=false,maxSockets=5,maxFreeSockets=5", "delay=1000"),
                        new Variant("keepAlive=true", "delay=1000"),
                        new Variant("keepAlive=false", "delay=1000"),
                        new Variant("maxSockets=5", "delay=1000&close"))
                .toList();
        variants.forEach(Variant::start);
        List<CompletableFuture<Void>> running = variants.stream()
                .map(variant -> CompletableFuture.runAsync(variant::run, thread -> new Thread(thread).start()))
                .toList();
        running.forEach(CompletableFuture::join);
        SoftAssertions figures = new SoftAssertions();
        variants.subList(0, 2).forEach(limited -> limited.assertLimited(figures));
        figures.assertThat(variants.get(2).tally.accepted()).as("unlimited").isBetween(55, 80);
        figures.assertThat(variants.get(3).tally.accepted())
                .as("unlimited, no keep-alive")
                .isEqualTo(BURSTS * SIZE);
        figures.assertThat(variants.get(4).tally.accepted())
                .as("Connection: close")
                .isCloseTo(6 * LIMIT, ONE_ROUND);
        figures.assertAll();
    }

    private final class Variant {
        private final String options;
        private final String query;
        private ClientJvm client;
        private List<Integer> queued;
        private Tally tally;

        Variant(String options, String query) {
            this.options = options;
            this.query = query;
        }

        /** Started and warm: the figures are about waiting, not about class loading. */
        void start() {
            client = AgentJvm.on(jdk).agent(options).client();
            try (Site site = ServerJvm.site()) {
                assertThat(client.load(Ask.of(site, "body=10"), SIZE, 10 * SIZE))
                        .isEqualTo(Loaded.allRight(10 * SIZE));
            }
        }

        void run() {
            try (Site site = ServerJvm.site()) {
                Message bursts = client.tell(Ask.of(site, query)
                        .as("bursts")
                        .with("size", SIZE)
                        .with("every", 500)
                        .with("bursts", BURSTS));
                if (!options.contains("maxSockets")) {
                    site.awaitArrivals(BURSTS * SIZE);
                }
                tally = site.tally();
                queued = minus(numbers(bursts, "sent"), numbers(bursts, "answered"));
                client.jvm().kill();
            }
        }

        void assertLimited(SoftAssertions figures) {
            figures.assertThat(tally.accepted()).as(options).isEqualTo(LIMIT);
            figures.assertThat(tally.open()).as("busy, %s", options).isEqualTo(LIMIT);
            figures.assertThat(queued.get(1)).as("at 0.5 s, %s", options).isCloseTo(35, ONE_ROUND);
            figures.assertThat(queued.get(3)).as("at 1.5 s, %s", options).isCloseTo(70, ONE_ROUND);
            figures.assertThat(queued.get(12)).as("at 6 s, %s", options).isCloseTo(230, ONE_ROUND);
        }

        /** Sent, not answered, and not among the busy ones. */
        private List<Integer> minus(List<Integer> sent, List<Integer> answered) {
            return Stream.iterate(0, i -> i + 1)
                    .limit(sent.size())
                    .map(i -> sent.get(i) - answered.get(i) - LIMIT)
                    .toList();
        }
    }

    private static List<Integer> numbers(Message message, String key) {
        List<Integer> numbers =
                Stream.of(message.get(key).split(",")).map(Integer::valueOf).toList();
        assertThat(numbers).hasSize(BURSTS);
        return numbers;
    }
}
