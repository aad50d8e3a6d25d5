package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Switched off, only observing, or for an origin that is left alone: the bytes on the wire are those of a JVM without the agent, connection by connection. */
@OnEveryJdkAtOnce
class NoTraceIT {
    @Parameter
    Jdk jdk;

    @Test
    void theBytesOnTheWireAreTheSame() {
        try (Site site = ServerJvm.site();
                Wire wire = new Wire(site.port())) {
            List<String> without = sent(site, wire, jvm -> jvm);
            assertThat(without).hasSizeGreaterThan(30);
            assertThat(sent(site, wire, jvm -> jvm.agent().property("ka.enabled", false)))
                    .as("ka.enabled=false")
                    .isEqualTo(without);
            assertThat(sent(site, wire, jvm -> jvm.agent("mode=observe")))
                    .as("ka.mode=observe")
                    .isEqualTo(without);
            assertThat(sent(site, wire, jvm -> jvm.agent("origin.127.0.0.1:" + wire.port() + ".pool=false")))
                    .as("pool=false for the origin")
                    .isEqualTo(without);
            assertThat(sent(site, wire, jvm -> jvm.agent("pool=false")))
                    .as("ka.pool=false")
                    .isEqualTo(without);
            assertThat(sent(site, wire, jvm -> jvm.agent()))
                    .as("pooled, they are not: or nothing was shown")
                    .isNotEqualTo(without);
        }
    }

    private List<String> sent(Site site, Wire wire, UnaryOperator<AgentJvm> with) {
        ClientJvm client = with.apply(AgentJvm.on(jdk)).client();
        requests(site, wire).forEach(ask -> client.load(ask, 1, 5));
        for (String what : List.of("create", "connect", "exchange", "exchange", "close")) {
            client.tell(new Message("named")
                    .with("as", "kept")
                    .with("do", what)
                    .with("port", wire.port())
                    .with("url", site.url(wire.port(), "body=10")));
        }
        assertThat(client.finish().exit()).isZero();
        return wire.take();
    }

    private static Stream<Ask> requests(Site site, Wire wire) {
        return Stream.of(
                ask(site, wire, "body=10"),
                ask(site, wire, "body=10").finish(Finish.DISCONNECT),
                ask(site, wire, "body=100&chunked").body(50).finish(Finish.DISCONNECT),
                ask(site, wire, "body=10").method("HEAD"),
                ask(site, wire, "body=10").body(5).with("streaming", "chunked"),
                ask(site, wire, "body=10").body(5).with("streaming", "fixed"),
                ask(site, wire, "body=100&status=500").finish(Finish.UNREAD_DISCONNECT),
                ask(site, wire, "obeys").with("header", "Connection: close"),
                ask(site, wire, "body=10&close"),
                ask(site, wire, "body=10&version=1.0"),
                ask(site, wire, "body=1000&reset=500"),
                ask(site, wire, "body=10&hint=timeout%3D5,max%3D2"),
                ask(site, wire, "body=10").with("raw", true),
                ask(site, wire, "body=10").with("raw", true).body(50),
                ask(site, wire, "body=10").with("raw", true).method("HEAD"),
                ask(site, wire, "obeys").with("raw", true).with("header", "Connection: close"),
                ask(site, wire, "body=10&close").with("raw", true),
                ask(site, wire, "body=10&stray").with("raw", true));
    }

    private static Ask ask(Site site, Wire wire, String query) {
        return Ask.of(site, wire.port(), query);
    }
}
