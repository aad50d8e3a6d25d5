package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.EachKind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * The OpenTelemetry agent beside this one. It weaves {@code HttpURLConnection} as well: the spans and the headers it puts into requests are what they are
 * without this agent, and the requests go over one connection.
 */
@OnEveryJdkAtOnce
class OpenTelemetryIT {
    private static final Pattern SPAN =
            Pattern.compile("'(\\w+)' : \\w{32} \\w{16} (\\w+) \\[tracer: ([^\\]]+)\\].*id=(u\\.\\d)");
    private static final Pattern CARRIES_A_TRACE =
            Pattern.compile("id=(\\w\\.\\d) HTTP(?:(?!\r\n\r\n)(?s:.))*traceparent: 00-");

    @Parameter
    Jdk jdk;

    @Test
    void seesTheSameBeforeAndAfterwards() {
        Seen alone = run(OpenTelemetryIT::openTelemetry);
        assertThat(alone.out()).containsExactlyElementsOf(KindsOfClients.ALONE.subList(0, 2));
        assertThat(alone.spans()).hasSize(4).allMatch(span -> span.startsWith("GET CLIENT "));
        assertThat(alone.traced()).containsExactly("u.0", "u.1", "u.2", "u.3");
        assertPooled(alone, run(jvm -> openTelemetry(jvm).agent()));
        assertPooled(alone, run(jvm -> openTelemetry(jvm.agent())));
    }

    private static void assertPooled(Seen alone, Seen seen) {
        assertThat(seen.out()).containsExactlyElementsOf(KindsOfClients.POOLED.subList(0, 2));
        assertThat(seen.spans()).isEqualTo(alone.spans());
        assertThat(seen.traced()).isEqualTo(alone.traced());
        assertThat(seen.err())
                .filteredOn(line -> line.matches(BuiltJar.startLine()))
                .hasSize(1);
        assertThat(seen.err())
                .filteredOn(line -> !line.matches(BuiltJar.startLine()))
                .isEqualTo(alone.err());
    }

    /** What of it has to do with these clients: all of it takes JDK 8 ten seconds of CPU to start. */
    private static AgentJvm openTelemetry(AgentJvm jvm) {
        return jvm.option("-javaagent:" + Library.OPENTELEMETRY.jar())
                .property("otel.traces.exporter", "console")
                .property("otel.metrics.exporter", "none")
                .property("otel.logs.exporter", "none")
                .property("otel.instrumentation.common.default-enabled", false)
                .property("otel.instrumentation.http-url-connection.enabled", true);
    }

    private Seen run(UnaryOperator<AgentJvm> with) {
        try (Site site = ServerJvm.site();
                Wire wire = new Wire(site.port())) {
            FinishedJvm finished = with.apply(AgentJvm.on(jdk)).run(EachKind.class, site.url(wire.port(), "body=10"));
            assertThat(finished.exit()).isZero();
            String sent = String.join("", wire.take());
            return new Seen(
                    outside(finished.out()),
                    finished.err().stream()
                            .flatMap(line -> SPAN.matcher(line).results())
                            .map(OpenTelemetryIT::span)
                            .toList(),
                    CARRIES_A_TRACE
                            .matcher(sent)
                            .results()
                            .map(carrier -> carrier.group(1))
                            .toList(),
                    finished.err().stream()
                            .filter(line -> !SPAN.matcher(line).find())
                            .map(line -> line.replaceFirst("^\\[otel.javaagent [^\\]]+\\]", ""))
                            .filter(line -> !line.contains(FinishedJvm.SHARING))
                            .toList());
        }
    }

    /** Without what the JVM says since that agent appends to its boot path. */
    private static List<String> outside(List<String> out) {
        return out.stream().filter(line -> !line.contains(FinishedJvm.SHARING)).toList();
    }

    private static String span(MatchResult span) {
        return span.group(1) + " " + span.group(2) + " " + span.group(3) + " " + span.group(4);
    }

    /**
     * @param spans name, kind, instrumentation and request of each
     * @param traced the requests that carry a trace
     * @param err all else on standard error
     */
    private record Seen(List<String> out, List<String> spans, List<String> traced, List<String> err) {}
}
