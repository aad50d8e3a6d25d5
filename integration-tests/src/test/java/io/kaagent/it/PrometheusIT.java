package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the JMX exporter of Prometheus makes of the pool, by the rules that docs/prometheus-jmx.yml has for it. */
@OnEveryJdkAtOnce
class PrometheusIT {
    private static final Path RULES =
            Path.of("..", "docs", "prometheus-jmx.yml").toAbsolutePath();

    @Parameter
    Jdk jdk;

    @Test
    void theMetricsAreWhatTheServerCounted() throws Exception {
        int port = freePort();
        Path exporter = Library.JMX_EXPORTER.jar();
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .option("-javaagent:" + exporter + "=127.0.0.1:" + port + ":" + RULES)
                        .agent("timeout=60000,maxSockets=9")
                        .client()) {
            client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 3, 100);
            int open = site.tally().open();
            client.exchange(Ask.of(site, "body=10&close"));
            site.awaitOpen(open - 1);
            String label = "{origin=\"" + site.origin() + "\"}";
            Await.until(() -> scrape(port).containsKey("kaagent_origin_connections" + label), () -> scrape(port));
            Tally truth = site.tally();
            double requests = truth.arrivals().size();
            Map<String, Double> metrics = scrape(port);
            assertThat(metrics)
                    .containsEntry("kaagent_origin_requests_total" + label, requests)
                    .containsEntry("kaagent_pool_requests_total", requests)
                    .containsEntry("kaagent_origin_connections_opened_total" + label, (double) truth.accepted())
                    .containsEntry("kaagent_pool_connections_opened_total", (double) truth.accepted())
                    .containsEntry("kaagent_origin_connections_reused_total" + label, requests - truth.accepted())
                    .containsEntry("kaagent_origin_connections" + label, (double) truth.open())
                    .containsEntry("kaagent_origin_connections_idle" + label, (double) truth.open())
                    .containsEntry("kaagent_pool_connections_active", 0.0)
                    .containsEntry("kaagent_pool_connections_pending", 0.0)
                    .containsEntry("kaagent_origin_connect_seconds_count" + label, (double) truth.accepted())
                    .containsEntry("kaagent_origin_requests_per_connection_count" + label, 1.0)
                    .containsEntry("kaagent_origin_max_sockets" + label, 9.0)
                    .containsEntry("kaagent_pool_max_total_sockets", Double.POSITIVE_INFINITY)
                    .containsEntry("kaagent_origin_timeout_seconds" + label, 60.0)
                    .containsEntry("kaagent_pool_pooling", 1.0)
                    .containsKey("kaagent_pool_connect_seconds{quantile=\"0.99\"}");
            assertThat(sumOf(metrics, "kaagent_origin_connections_closed_by_reason_total"))
                    .isEqualTo(truth.accepted() - truth.open());
            assertThat(metrics.keySet()).noneMatch(name -> name.contains("_objectname"));
        }
    }

    private static double sumOf(Map<String, Double> metrics, String name) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Its metrics of the agent, each with its labels. */
    private static Map<String, Double> scrape(int port) {
        try {
            URLConnection connection = new URL("http://127.0.0.1:" + port + "/metrics").openConnection();
            String body = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return body.lines()
                    .filter(line -> line.startsWith("kaagent_"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0], words -> number(words[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
