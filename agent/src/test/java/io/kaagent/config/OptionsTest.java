package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void hasTheDefaultsOfRule1() {
        Options options = Given.properties();
        OriginOptions global = options.global();
        assertThat(options.enabled()).isTrue();
        assertThat(options.maxTotalSockets()).isEqualTo(Integer.MAX_VALUE);
        assertThat(options.tcpKeepAlive()).isEqualTo(TcpKeepAlive.POOLED);
        assertThat(options.log()).isEqualTo(LogLevel.WARN);
        assertThat(options.keepAliveSetExplicitly()).isFalse();
        assertThat(global.pool()).isTrue();
        assertThat(global.keepAlive()).isTrue();
        assertThat(global.maxSockets()).isEqualTo(Integer.MAX_VALUE);
        assertThat(global.maxFreeSockets()).isEqualTo(256);
        assertThat(global.scheduling()).isEqualTo(Scheduling.LIFO);
        assertThat(global.timeoutMillis()).isEqualTo(4000);
        assertThat(global.acquireTimeoutMillis()).isEqualTo(30_000);
        assertThat(global.maxPending()).isEqualTo(Integer.MAX_VALUE);
        assertThat(global.socketActiveTtlMillis()).isEqualTo(300_000);
        assertThat(global.keepAliveMsecs()).isEqualTo(1000);
        assertThat(global.tcpKeepAliveIntervalMsecs()).isEqualTo(1000);
        assertThat(global.tcpKeepAliveCount()).isEqualTo(10);
        assertThat(global.noDelay()).isTrue();
        assertThat(global.closeHeader()).isEqualTo(CloseHeader.REWRITE);
        assertThat(global.unsafeReuseIdleMillis()).isEqualTo(1000);
        assertThat(global.tlsIdentity()).isEqualTo(TlsIdentity.PROVED);
        assertThat(global.protocol()).isEqualTo(Protocol.AUTO);
        assertThat(options.leakDetection()).isFalse();
        assertThat(options.summary()).isFalse();
        assertThat(options.report()).isNull();
        assertThat(options.warnings()).isEmpty();
        assertThat(options.describe()).isEmpty();
    }

    @Test
    void takesEveryGlobalOptionFromASystemProperty() {
        Options options = Given.properties(
                "ka.pool",
                "false",
                "ka.keepAlive",
                "false",
                "ka.maxSockets",
                "5",
                "ka.maxFreeSockets",
                "0",
                "ka.maxTotalSockets",
                "7",
                "ka.scheduling",
                "fifo",
                "ka.timeout",
                "0",
                "ka.acquireTimeout",
                "1",
                "ka.maxPending",
                "9",
                "ka.socketActiveTTL",
                "10",
                "ka.keepAliveMsecs",
                "60000",
                "ka.tcpKeepAliveInterval",
                "2000",
                "ka.tcpKeepAliveCount",
                "3",
                "ka.noDelay",
                "false",
                "ka.closeHeader",
                "honour",
                "ka.unsafeReuseIdle",
                "0",
                "ka.tlsIdentity",
                "strict",
                "ka.summary",
                "true",
                "ka.leakDetection",
                "true",
                "ka.tcpKeepAlive",
                "all",
                "ka.log",
                "debug");
        OriginOptions global = options.global();
        assertThat(options.maxTotalSockets()).isEqualTo(7);
        assertThat(options.tcpKeepAlive()).isEqualTo(TcpKeepAlive.ALL);
        assertThat(options.log()).isEqualTo(LogLevel.DEBUG);
        assertThat(options.keepAliveSetExplicitly()).isTrue();
        assertThat(global.pool()).isFalse();
        assertThat(global.keepAlive()).isFalse();
        assertThat(global.maxSockets()).isEqualTo(5);
        assertThat(global.maxFreeSockets()).isZero();
        assertThat(global.scheduling()).isEqualTo(Scheduling.FIFO);
        assertThat(global.timeoutMillis()).isZero();
        assertThat(global.acquireTimeoutMillis()).isEqualTo(1);
        assertThat(global.maxPending()).isEqualTo(9);
        assertThat(global.socketActiveTtlMillis()).isEqualTo(10);
        assertThat(global.keepAliveMsecs()).isEqualTo(60_000);
        assertThat(global.tcpKeepAliveIntervalMsecs()).isEqualTo(2000);
        assertThat(global.tcpKeepAliveCount()).isEqualTo(3);
        assertThat(global.noDelay()).isFalse();
        assertThat(global.closeHeader()).isEqualTo(CloseHeader.HONOUR);
        assertThat(global.unsafeReuseIdleMillis()).isZero();
        assertThat(global.tlsIdentity()).isEqualTo(TlsIdentity.STRICT);
        assertThat(options.leakDetection()).isTrue();
        assertThat(options.summary()).isTrue();
        assertThat(options.warnings()).isEmpty();
    }

    @Test
    void takesTheAgentArgumentWithAndWithoutPrefix() {
        Options options = Given.argument(" maxSockets = 5 ,ka.scheduling=FIFO,,origin.legacy:8080.pool=false,");
        assertThat(options.warnings()).isEmpty();
        assertThat(options.describe()).isEqualTo("maxSockets=5,scheduling=fifo,origin.legacy:8080.pool=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void anEmptyArgumentIsNoArgument(String argument) {
        assertThat(Given.argument(argument).warnings()).isEmpty();
    }

    @Test
    void propertyWinsOverArgumentKeyByKey() {
        Options options = Options.load("maxSockets=5,timeout=1", Given.system("ka.maxSockets", "6"));
        assertThat(options.global().maxSockets()).isEqualTo(6);
        assertThat(options.global().timeoutMillis()).isEqualTo(1);
    }

    @Test
    void whatDescribesTheOptionsMakesThemAgainAsArgument() {
        String described = "keepAlive=false,maxSockets=5,maxPending=7,tcpKeepAlive=off,origin.*.pool=false,"
                + "origin.*.a.com.timeout=0,origin.[::1]:80.maxSockets=Infinity";
        assertThat(Given.argument(described).describe()).isEqualTo(described);
    }

    @Test
    void enabledFalseAsAPropertyOrArgumentLooksAtNothingElse() {
        Options byProperty = Given.properties("ka.enabled", "False", "ka.maxSockets", "five", "ka.config", "/no/file");
        Options byArgument = Given.argument("enabled=false,config=/no/file,maxSockets=5");
        assertThat(byProperty.enabled()).isFalse();
        assertThat(byProperty.warnings()).isEmpty();
        assertThat(byArgument.enabled()).isFalse();
        assertThat(byArgument.describe()).isEqualTo("enabled=false");
    }

    @Test
    void enabledTrueAsAPropertyWinsOverTheArgument() {
        assertThat(Options.load("enabled=false", Given.system("ka.enabled", "true"))
                        .enabled())
                .isTrue();
    }

    @Test
    void keepAliveIsExplicitOnlyWithAValueThatIsAllowed() {
        assertThat(Given.argument("keepAlive=true").keepAliveSetExplicitly()).isTrue();
        assertThat(Given.argument("keepAlive=yes").keepAliveSetExplicitly()).isFalse();
    }
}
