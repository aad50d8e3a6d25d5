package io.kaagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {
    @ParameterizedTest
    @CsvSource({
        "legacy, legacy, 80",
        "legacy, LEGACY, 8080",
        "Legacy:8080, legacy, 8080",
        "my_host-1.example.com, my_host-1.example.com, 1",
        "*, anything, 1",
        "*, [::1], 1",
        "*:443, anything, 443",
        "*.example.com, a.example.com, 80",
        "*.example.com, A.B.Example.COM, 80",
        "*.example.com:81, a.example.com, 81",
        "10.0.0.1, 10.0.0.1, 80",
        "10.0.0.1:80, 10.0.0.1, 80",
        "[::1], [::1], 80",
        "[::1], ::1, 80",
        "[::1]:80, [::1], 80",
        "[FE80::1%eth0]:65535, [fe80::1%eth0], 65535",
        "[::ffff:10.0.0.1]:80, ::FFFF:10.0.0.1, 80"
    })
    void matches(String pattern, String host, int port) {
        assertThat(HostPattern.parse(pattern).matches(host, port)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "legacy, legacy2, 80",
        "legacy, old-legacy, 80",
        "legacy:8080, legacy, 80",
        "*:443, anything, 80",
        "*.example.com, example.com, 80",
        "*.example.com, .example.com, 80",
        "*.example.com, badexample.com, 80",
        "*.example.com, example.com.evil, 80",
        "[::1]:80, [::1], 81",
        "[::1], [::11], 80",
        "10.0.0.1, 10.0.0.10, 80",
        "legacy, '', 80"
    })
    void doesNotMatch(String pattern, String host, int port) {
        assertThat(HostPattern.parse(pattern).matches(host, port)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "[",
                "[]",
                "]",
                "[::1",
                "[::1]80",
                "[host]",
                "::1",
                "a:b",
                "legacy:",
                "legacy:0",
                "legacy:65536",
                "legacy:80:80",
                "legacy:-1",
                "*legacy",
                "*.",
                "*..*",
                "a*",
                "a.*.b",
                "10.0.0.*",
                "http://legacy",
                "a b",
                "user@host",
                "[:*:1]",
                "host/path"
            })
    void isNoPattern(String text) {
        assertThat(HostPattern.parse(text)).isNull();
    }

    @Test
    void theExactHostIsMoreSpecificThanAWildcardAndALongerWildcardThanAShorterOne() {
        String[] rising = {"*", "*:80", "*.com", "*.com:80", "*.a.com", "*.a.com:80", "b", "b:80"};
        for (int i = 1; i < rising.length; i++) {
            assertThat(HostPattern.parse(rising[i]).rank())
                    .as(rising[i])
                    .isGreaterThan(HostPattern.parse(rising[i - 1]).rank());
        }
    }
}
