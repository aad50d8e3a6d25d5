package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.RawHello;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that do not go straight to where they are told to. */
@OnEveryJdk
class RawRoutesIT {
    private static final List<String> ONE = List.of("connection 1", "connection 1", "connection 1");
    private static final List<String> THREE = List.of("connection 1", "connection 2", "connection 3");

    @Parameter
    Jdk jdk;

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aSocketWithASocksProxyIsLeftAlone(int version) {
        throughProxy("proxy", "-DsocksProxyVersion=" + version);
    }

    @Test
    void aSocksProxyOfTheJvmIsRespected() {
        throughProxy("plain", "-DsocksProxyHost=127.0.0.1", "-DsocksNonProxyHosts=");
    }

    @Test
    void aProxySelectorOfTheApplicationIsRespected() {
        throughProxy("selector");
    }

    @Test
    void aSocketImplOfTheApplicationIsLeftAlone() {
        try (Site site = ServerJvm.site()) {
            assertThat(said(AgentJvm.on(jdk).agent(), "factory", site.url("body=10")))
                    .isEqualTo(THREE);
        }
    }

    @Test
    void anyOtherSocketIsPooled() {
        try (Site site = ServerJvm.site()) {
            assertThat(said(AgentJvm.on(jdk).agent(), "plain", site.url("body=10")))
                    .isEqualTo(ONE);
        }
    }

    private void throughProxy(String way, String... options) {
        try (Site site = ServerJvm.site();
                Site proxy = ServerJvm.site()) {
            AgentJvm jvm = AgentJvm.on(jdk).agent().option("-DsocksProxyPort=" + proxy.port());
            List.of(options).forEach(jvm::option);
            assertThat(said(jvm, way, site.url("body=10"), String.valueOf(proxy.port())))
                    .isEqualTo(THREE);
            assertThat(proxy.tally().arrivals()).containsExactly("SOCKS", "SOCKS", "SOCKS");
            assertThat(proxy.tally().accepted()).isEqualTo(3);
        }
    }

    private static List<String> said(AgentJvm jvm, String... arguments) {
        FinishedJvm finished = jvm.run(RawHello.class, arguments);
        assertThat(String.join("\n", finished.errWithout("WARNING: "))).matches(BuiltJar.startLine());
        assertThat(finished.exit()).isZero();
        return finished.out();
    }
}
