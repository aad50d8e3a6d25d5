package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.origin.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** {@code ka.origin.<host:port>.protocol}, with a protocol of plain questions and answers. */
class OpaqueIT extends SharedClient {
    private static final int TIMES = 3;

    private RawOrigin opaque;
    private RawOrigin none;
    private RawOrigin unpooled;

    @Override
    AgentJvm jvm() {
        opaque = new RawOrigin(Manner.PING);
        none = new RawOrigin(Manner.NGINX);
        unpooled = new RawOrigin(Manner.NGINX);
        return AgentJvm.on(jdk)
                .agent(option(opaque, "protocol=opaque") + "," + option(none, "protocol=none") + ","
                        + option(unpooled, "pool=false"));
    }

    @AfterParameterizedClassInvocation
    void closeOrigins() {
        opaque.close();
        none.close();
        unpooled.close();
    }

    @Test
    void aConnectionWithNothingLeftToReadIsUsedAgain() {
        int before = opaque.tally().accepted();
        for (int i = 0; i < TIMES; i++) {
            AppSocket socket = AppSocket.connected(client, opaque.port());
            ping(socket, "a" + i);
            ping(socket, "b" + i);
            socket.close();
        }
        assertThat(opaque.tally().accepted() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void aConnectionWithSomethingLeftToReadIsNot() {
        AppSocket socket = AppSocket.connected(client, opaque.port());
        socket.say("PING first\r\n");
        assertThat(socket.hear(11)).isEqualTo("PONG first\r");
        endsWithItsOwner(socket);
    }

    @Test
    void aConnectionWhoseAnswerHasNotComeIsNot() {
        AppSocket socket = AppSocket.connected(client, opaque.port());
        ping(socket, "one");
        socket.say("PING unfinished");
        endsWithItsOwner(socket);
    }

    @Test
    void aConnectionThatWasHalfClosedIsNot() {
        AppSocket socket = AppSocket.connected(client, opaque.port());
        ping(socket, "half");
        socket.shutdownOutput();
        endsWithItsOwner(socket);
    }

    @Test
    void aConnectionOnWhichNothingWasSaidIs() {
        AppSocket.connected(client, opaque.port()).close();
        AppSocket.connected(client, opaque.port()).close();
        int before = opaque.tally().accepted();
        AppSocket socket = AppSocket.connected(client, opaque.port());
        ping(socket, "late");
        socket.close();
        assertThat(opaque.tally().accepted()).isEqualTo(before);
    }

    @Test
    void othersAreLeftAlone() {
        assertThat(connectionsForHttp(none)).isEqualTo(TIMES);
        assertThat(connectionsForHttp(unpooled)).isEqualTo(TIMES);
        try (RawOrigin auto = new RawOrigin(Manner.PING);
                RawOrigin pooled = new RawOrigin(Manner.NGINX)) {
            for (int i = 0; i < TIMES; i++) {
                AppSocket socket = AppSocket.connected(client, auto.port());
                ping(socket, "auto" + i);
                socket.close();
            }
            assertThat(auto.tally().accepted()).isEqualTo(TIMES);
            assertThat(connectionsForHttp(pooled)).isEqualTo(1);
        }
    }

    private void endsWithItsOwner(AppSocket socket) {
        socket.close();
        int before = opaque.tally().accepted();
        AppSocket next = AppSocket.connected(client, opaque.port());
        ping(next, "next");
        next.close();
        assertThat(opaque.tally().accepted()).isEqualTo(before + 1);
    }

    private int connectionsForHttp(RawOrigin origin) {
        for (int i = 0; i < TIMES; i++) {
            AppSocket socket = AppSocket.connected(client, origin.port());
            socket.say("GET /?id=" + i + "&status=204 HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(socket.hearHead()).startsWith("HTTP/1.1 204 ");
            socket.close();
        }
        return origin.tally().accepted();
    }

    private static void ping(AppSocket socket, String id) {
        socket.say("PING " + id + "\r\n");
        assertThat(socket.hear(7 + id.length())).isEqualTo("PONG " + id + "\r\n");
    }

    private static String option(RawOrigin origin, String option) {
        return "origin.127.0.0.1:" + origin.port() + "." + option;
    }
}
