package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionWarningsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxSockets     | five       | not a number | an integer >= 1 or Infinity | Infinity",
                "maxSockets     | 0          | less than 1 | an integer >= 1 or Infinity | Infinity",
                "maxSockets     | -3         | less than 1 | an integer >= 1 or Infinity | Infinity",
                "maxSockets     | +3         | not a number | an integer >= 1 or Infinity | Infinity",
                "maxSockets     | 3000000000 | greater than 2147483647 | an integer >= 1 or Infinity | Infinity",
                "maxSockets     | ''         | no value | an integer >= 1 or Infinity | Infinity",
                "maxFreeSockets | -1         | less than 0 | an integer >= 0 or Infinity | 256",
                "timeout        | 4s         | not a number | an integer >= 0, in milliseconds | 4000",
                "timeout        | 1.5        | not a number | an integer >= 0, in milliseconds | 4000",
                "timeout        | Infinity   | not a number | an integer >= 0, in milliseconds | 4000",
                "timeout        | 99999999999999999999999999 | greater than 2147483647 | an integer >= 0, in milliseconds | 4000",
                "scheduling     | random     | not one of the words | lifo or fifo | lifo",
                "keepAlive      | yes        | not one of the words | false or true | true",
                "tcpKeepAlive   | on         | not one of the words | pooled, all or off | pooled",
                "closeHeader    | honor      | not one of the words | rewrite or honour | rewrite",
                "unsafeReuseIdle | -1        | less than 0 | an integer >= 0, in milliseconds | 1000",
                "leakDetection  | on         | not one of the words | false or true | false",
                "log            | ''         | no value | off, warn, info, debug or trace | warn",
                "keepAliveMsecs | 32767001   | greater than 32767000 | an integer from 0 to 32767000, in milliseconds | 1000",
                "tcpKeepAliveCount | Infinity | not a number | an integer from 1 to 127 | 10"
            })
    void aBadValueGivesOneLineAndTheDefault(String key, String value, String why, String allowed, String used) {
        Options options = Given.properties("ka." + key, value);
        assertThat(options.warnings())
                .containsExactly("ka." + key + "=" + value + ": " + why + "; allowed: " + allowed + "; using " + used
                        + " (system property)");
        assertThat(options.describe()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "maxSocket, maxSockets", "MAXSOCKETS, maxSockets", "keepalive, keepAlive", "freeSockets, maxFreeSockets",
        "tiemout, timeout", "scheduler, scheduling", "socketActiveTtl, socketActiveTTL", "pol, pool"
    })
    void anUnknownKeyIsToldWithTheNearestKnownOne(String given, String meant) {
        assertThat(Given.argument(given + "=5").warnings())
                .containsExactly("unknown key ka." + given + "; did you mean ka." + meant + "? ka." + given
                        + "=5 is ignored (agent argument)");
    }

    @Test
    void anUnknownKeyWithNothingNearIsToldWithoutItsValue() {
        assertThat(Given.argument("password=hunter2").warnings())
                .containsExactly(
                        "unknown key ka.password is ignored; known: enabled, mode, config, log, summary, report, keepAlive,"
                                + " maxSockets,"
                                + " maxFreeSockets, maxTotalSockets, timeout, acquireTimeout, maxPending, scheduling,"
                                + " socketActiveTTL, pool, tcpKeepAlive, keepAliveMsecs, tcpKeepAliveInterval,"
                                + " tcpKeepAliveCount, noDelay, closeHeader, unsafeReuseIdle, tlsIdentity, tlsSockets,"
                                + " errorBodyBytes, errorBodyTime, drainBytes, drainTime, resendPost, headWithBody,"
                                + " leakDetection, leakDetectionThreshold, jmx, jfr (agent argument)");
    }

    @Test
    void aBareWordInTheArgumentIsTold() {
        assertThat(Given.argument("maxSockets=5,fifo,=3").warnings())
                .containsExactly(
                        "'fifo' is ignored; expected key=value,key=value (agent argument)",
                        "'=3' is ignored; expected key=value,key=value (agent argument)");
    }

    @Test
    void aKeyGivenTwiceIsToldAndTheLastOneCounts() {
        Options options = Given.argument("maxSockets=5,ka.maxSockets=6,timeout=1,timeout=1");
        assertThat(options.warnings()).containsExactly("ka.maxSockets=5: given twice; using 6 (agent argument)");
        assertThat(options.global().maxSockets()).isEqualTo(6);
    }

    @Test
    void anOptionOfOneOriginIsCheckedAsTheGlobalOneIs() {
        Options options = Given.argument("maxSockets=7,origin.legacy.maxSockets=0,origin.legacy.timeoutt=1");
        assertThat(options.warnings())
                .containsExactly(
                        "ka.origin.legacy.maxSockets=0: less than 1; allowed: an integer >= 1 or Infinity; ignored"
                                + " (agent argument)",
                        "unknown key ka.origin.legacy.timeoutt; did you mean ka.origin.legacy.timeout?"
                                + " ka.origin.legacy.timeoutt=1 is ignored (agent argument)");
        assertThat(options.forOrigin("http", "legacy", 80).maxSockets()).isEqualTo(7);
    }

    @Test
    void anOptionThatIsOnlyGlobalIsNoOptionOfAnOrigin() {
        assertThat(Given.argument("origin.legacy.maxTotalSockets=5").warnings())
                .containsExactly("ka.origin.legacy.maxTotalSockets=5 is ignored: maxTotalSockets can't be given for one"
                        + " origin; set ka.maxTotalSockets (agent argument)");
    }

    @Test
    void theProtocolIsNoOptionOfAllOrigins() {
        Options options = Given.argument("protocol=opaque,origin.*.protocol=opaque");
        assertThat(options.warnings())
                .containsExactly(
                        "ka.origin.*.protocol=opaque is ignored: every protocol of the JVM would be pooled; name a host"
                                + " or a port (agent argument)",
                        "ka.protocol=opaque is ignored: protocol can't be given for all origins; set"
                                + " ka.origin.<host>[:port].protocol (agent argument)");
        assertThat(options.forOrigin("http", "db", 5432).protocol()).isEqualTo(Protocol.AUTO);
    }

    @Test
    void aHostThatIsNoneIsTold() {
        assertThat(Given.argument("origin.pool=false,origin.http://legacy.pool=false,origin.=1")
                        .warnings())
                .hasSize(3)
                .allMatch(line -> line.contains("is no host; expected ka.origin.<host>[:port].<option>"));
    }

    @Test
    void aValueCanNeitherForgeALineNorFillTheLog() {
        String forged = "5\nka-agent WARN all is well\u001b[2J" + "x".repeat(10_000);
        assertThat(Given.properties("ka.maxSockets", forged).warnings())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .hasSizeLessThan(800)
                        .startsWith("ka.maxSockets=5?ka-agent WARN all is well?[2Jxxx")
                        .doesNotContain("\n", "\u001b"));
    }

    @Test
    void manyMistakesAreCountedAfterTwenty() {
        StringBuilder argument = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            argument.append("unknown").append(i).append("=1,");
        }
        assertThat(Given.argument(argument.toString()).warnings())
                .hasSize(21)
                .last()
                .isEqualTo("and 30 more warnings about options");
    }
}
