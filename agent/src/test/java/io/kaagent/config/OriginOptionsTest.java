package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginOptionsTest {
    @Test
    void theMostSpecificPatternWinsOptionByOption() {
        Options options = Given.argument("maxSockets=50,origin.api.example.com:8443.maxSockets=2,"
                + "origin.*.example.com.maxSockets=10,origin.*.example.com.timeout=15000,"
                + "origin.api.example.com.maxSockets=20,origin.*.com.scheduling=fifo,origin.*.com.timeout=1");
        assertThat(options.warnings()).isEmpty();
        assertThat(options.forOrigin("http", "other", 80).maxSockets()).isEqualTo(50);
        assertThat(options.forOrigin("http", "a.example.com", 80).maxSockets()).isEqualTo(10);
        assertThat(options.forOrigin("http", "api.example.com", 80).maxSockets())
                .isEqualTo(20);
        OriginOptions onThePort = options.forOrigin("https", "API.example.com", 8443);
        assertThat(onThePort.maxSockets()).isEqualTo(2);
        assertThat(onThePort.timeoutMillis()).isEqualTo(15_000);
        assertThat(onThePort.scheduling()).isEqualTo(Scheduling.FIFO);
    }

    @Test
    void anOptionOfAnOriginWinsOverTheGlobalOneWhateverItsSource() {
        Options options = Options.load("origin.legacy.maxSockets=1", Given.system("ka.maxSockets", "5"));
        assertThat(options.forOrigin("http", "legacy", 80).maxSockets()).isEqualTo(1);
    }

    @Test
    void theOptionsNameFollowsTheLastDot() {
        Options options = Given.properties(
                "ka.origin.legacy:8080.pool", "false",
                "ka.origin.*.example.com.maxSockets", "5",
                "ka.origin.10.0.0.1:80.timeout", "6",
                "ka.origin.[::1]:8080.maxPending", "7");
        assertThat(options.warnings()).isEmpty();
        assertThat(options.forOrigin("http", "legacy", 8080).pool()).isFalse();
        assertThat(options.forOrigin("http", "legacy", 80).pool()).isTrue();
        assertThat(options.forOrigin("http", "a.example.com", 80).maxSockets()).isEqualTo(5);
        assertThat(options.forOrigin("http", "10.0.0.1", 80).timeoutMillis()).isEqualTo(6);
        assertThat(options.forOrigin("http", "[::1]", 8080).maxPending()).isEqualTo(7);
    }

    @Test
    void poolCanBeOffForAllButOne() {
        Options options = Given.argument("pool=false,origin.legacy.pool=true");
        assertThat(options.forOrigin("http", "legacy", 80).pool()).isTrue();
        assertThat(options.forOrigin("http", "other", 80).pool()).isFalse();
    }

    @Test
    void theProtocolIsThatOfOneOrigin() {
        Options options = Given.argument("origin.redis:6379.protocol=opaque,origin.*:5432.protocol=opaque,"
                + "origin.*.protocol=none,origin.web.protocol=AUTO");
        assertThat(options.warnings()).isEmpty();
        assertThat(options.forOrigin("http", "redis", 6379).protocol()).isEqualTo(Protocol.OPAQUE);
        assertThat(options.forOrigin("http", "db", 5432).protocol()).isEqualTo(Protocol.OPAQUE);
        assertThat(options.forOrigin("http", "redis", 6380).protocol()).isEqualTo(Protocol.NONE);
        assertThat(options.forOrigin("http", "web", 80).protocol()).isEqualTo(Protocol.AUTO);
    }

    @Test
    void keepAliveGivenForAnOriginIsExplicitThereOnly() {
        Options options = Given.argument("origin.legacy.keepAlive=true");
        assertThat(options.keepAliveSetExplicitly()).isFalse();
        assertThat(options.forOrigin("http", "other", 80).keepAliveSetExplicitly())
                .isFalse();
        assertThat(options.forOrigin("http", "legacy", 80).keepAliveSetExplicitly())
                .isTrue();
    }

    @Test
    void anOriginWithoutOptionsOfItsOwnCostsNothing() {
        Options options = Given.argument("origin.legacy.pool=false");
        assertThat(options.forOrigin("http", "other", 80)).isSameAs(options.global());
    }

    @Test
    void everyOptionSaidToBeGlobalCanBeGivenForAll() {
        for (int i = 0; i < Option.count(); i++) {
            Option option = Option.at(i);
            if (option != Option.CONFIG) {
                String value = option.values.render(option.standard);
                assertThat(Given.argument(option.key + "=" + value).warnings().isEmpty())
                        .as(option.key)
                        .isEqualTo(option.global);
            }
        }
    }

    @Test
    void everyOptionSaidToBePerOriginCanBeGivenForOne() {
        for (int i = 0; i < Option.count(); i++) {
            Option option = Option.at(i);
            String value = option.values.render(option.standard);
            assertThat(Given.argument("origin.legacy." + option.key + "=" + value)
                            .warnings()
                            .isEmpty())
                    .as(option.key)
                    .isEqualTo(option.perOrigin);
        }
    }
}
