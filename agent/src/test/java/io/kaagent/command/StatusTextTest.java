package io.kaagent.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final String HEAD =
            "{\"agent\":\"0.1.0\",\"time\":\"2026-01-31T23:59:59.999Z\",\"jdk\":\"17\",\"pooling\":true,\"options\":";

    @Test
    void looksLikeThis() {
        String json = HEAD + "\"maxSockets=5\",\"maxTotalSockets\":20,\"total\":"
                + counted(4, 6, 7, 1200, "takeTimeouts") + ",\"origins\":["
                + origin("http://idle:80", "5", counted(0, 1, 0, 100)) + ","
                + origin("https://a.long.name.example.com:8443", "2", counted(2, 0, 7, 1000)) + ","
                + origin("http://busy:8080", "5", counted(2, 5, 0, 100)) + "]}";
        assertThat(text(json, 80, 24))
                .isEqualTo("4711: ka-agent 0.1.0, JDK 17, 2026-01-31T23:59:59.999Z\n"
                        + "options: maxSockets=5\n"
                        + "limits: 2 to 5 connections to an origin, 20 connections in all\n"
                        + "trouble: 3 waited in vain\n"
                        + "\n"
                        + "ORIGIN                 BUSY FREE WAIT OPENED REUSED% CONNECT ms  DESTROYED (why)\n"
                        + "https://a....com:8443     2    0    7     12    98.8     0.5/12  20: 14 idle, ..\n"
                        + "busy:8080                 2    5    0     12    98.8     0.5/12  20: 14 idle, ..\n"
                        + "idle                      0    1    0     12    98.8     0.5/12  20: 14 idle, ..\n"
                        + "total                     4    6    7     12    98.8     0.5/12  20: 14 idle, ..\n");
    }

    @Test
    void aWiderTerminalHasRoomForNamesAndReasons() {
        String json = HEAD + "\"\",\"maxTotalSockets\":null,\"total\":" + counted(0, 0, 0, 1) + ",\"origins\":["
                + origin("https://a.long.name.example.com:8443", "null", counted(0, 0, 0, 1)) + "]}";
        assertThat(text(json, 120, 24))
                .contains("options: all at their defaults\n")
                .contains("limits: Infinity connections to an origin, Infinity connections in all\n")
                .contains("\nhttps://a.long.name.example.com:8443 ")
                .contains(" 20: 14 idle, 6 stale\n");
    }

    @Test
    void originsThatDoNotFitAreCounted() {
        StringBuilder origins = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            origins.append(i == 0 ? "" : ",").append(origin("http://h" + i + ":80", "5", counted(i, 0, 0, 1)));
        }
        String json = HEAD + "\"\",\"total\":" + counted(0, 0, 0, 1) + ",\"origins\":[" + origins + "]}";
        String text = text(json, 80, 24);
        assertThat(text.split("\n").length).isLessThanOrEqualTo(24);
        assertThat(text).contains("\nh29 ").endsWith("more origins\n").doesNotContain("\nh0 ");
    }

    @Test
    void numbersOfAnyLengthFit() {
        String many = counted(1234567, 7654321, 123456, 9_000_000_000_000_000L).replace("12,", "123456789012,");
        String json = HEAD + "\"" + longText() + "\",\"total\":" + many + ",\"origins\":["
                + origin("http://" + longText() + ":80", "5", many) + "]}";
        assertThat(text(json, 80, 24).split("\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void anAgentThatPoolsNothingHasNoTable() {
        String json = "{\"agent\":\"0.0.9\",\"time\":\"now\",\"jdk\":\"17\",\"pooling\":false,\"options\":\"\"}";
        assertThat(text(json, 80, 24))
                .isEqualTo("4711: ka-agent 0.0.9 (this command is 0.1.0), JDK 17, now\n"
                        + "options: all at their defaults\n"
                        + "nothing is pooled there; its standard error says why\n");
    }

    private static String text(String json, int width, int height) {
        return StatusText.of("4711", AgentState.read(json), width, height);
    }

    private static String longText() {
        return "0123456789".repeat(20);
    }

    private static String origin(String name, String limit, String counted) {
        return "{\"origin\":\"" + name + "\",\"maxSockets\":" + limit + "," + counted.substring(1);
    }

    private static String counted(long busy, long free, long waiting, long requests, String... troubles) {
        StringBuilder json = new StringBuilder("{\"busy\":" + busy + ",\"free\":" + free + ",\"waiting\":" + waiting);
        json.append(",\"requests\":").append(requests).append(",\"created\":12,\"reusedPercent\":98.8");
        json.append(",\"destroyed\":20,\"destroyedBecause\":{\"notQuiet\":6,\"idleLimit\":14}");
        json.append(",\"connectNanos\":{\"count\":12,\"p50\":500000,\"p99\":12000000}");
        for (String trouble : troubles) {
            json.append(",\"").append(trouble).append("\":3");
        }
        return json.append('}').toString();
    }
}
