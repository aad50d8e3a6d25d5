package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TunnelTest {
    @Test
    void isAConnectByAClientThatDoesNotSpeakTls() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            assertThat(Tunnel.isForARawSocket(loopback.client(), JdkHeaders.of("CONNECT db:5432 HTTP/1.1", null)))
                    .isTrue();
            assertThat(Tunnel.isForARawSocket(loopback.client(), JdkHeaders.of("GET /CONNECT HTTP/1.1", null)))
                    .isFalse();
            assertThat(Tunnel.isForARawSocket(loopback.client(), JdkHeaders.of()))
                    .isFalse();
        }
    }
}
