package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.watch.report.Page;
import org.junit.jupiter.api.Test;

/** What was observed, as text and as a page, from the JSON of it. */
class ObservedTextTest {
    private static final String ORIGIN =
            "{\"origin\":\"http://legacy:8080\",\"requests\":12,\"opened\":1010,\"spared\":1000,"
                    + "\"open\":1,\"connectNanos\":1010000000,\"neededBecause\":{\"first\":1,\"inUse\":6,\"ofTomorrow\":2},\"mostOpen\":7,"
                    + "\"openedBy\":[{\"percent\":99.5,\"stack\":[\"a.B.c(B.java:1)\",\"<script>.d(D.java:2)\"]}]}";
    private static final String STATE =
            "{\"agent\":\"1\",\"time\":\"2026-01-31T23:59:59.999Z\",\"jdk\":\"17\",\"mode\":\"observe\","
                    + "\"pooling\":false,\"defects\":0,\"options\":\"mode=observe\",\"observed\":{\"total\":"
                    + "{\"requests\":12,\"opened\":1010,\"spared\":1000,\"open\":1,\"connectNanos\":1010000000,\"neededBecause\":{}},"
                    + "\"origins\":[" + ORIGIN + "]}}";

    @Test
    void fitsATerminal() {
        assertThat(ObservedText.of(STATE).split("\n"))
                .containsExactly(
                        "ORIGIN                                    REQUESTS    OPENED    SPARED   SPARED%",
                        "legacy:8080                                     12      1010      1000      99.0",
                        "    not spared: 6 others in use, 2 ofTomorrow, 1 first there, 1 not asked yet,",
                        "        at once at most 7",
                        "    99.5 % opened by a.B.c(B.java:1)",
                        "            <script>.d(D.java:2)",
                        "total                                           12      1010      1000      99.0",
                        "SPARED: pooling would have had an earlier connection free in its place",
                        "connecting took 1.0 ms each, TLS not among it");
    }

    @Test
    void aLongNameHasALineOfItsOwn() {
        String name = "a-host-whose-name-is-longer-than-the-column.example.com";
        assertThat(ObservedText.of(STATE.replace("legacy", name)))
                .contains(
                        "\n" + name + ":8080\n                                                12      1010      1000");
    }

    @Test
    void whereNothingWasOpenedItSaysSo() {
        assertThat(ObservedText.of("{\"observed\":{\"total\":{\"opened\":0},\"origins\":[]}}"))
                .isEqualTo("no connection was opened so far\n");
    }

    @Test
    void thePageSaysTheSame() {
        String page = Page.of(STATE, "{}", "com.acme.Main", "4711");
        assertThat(page)
                .contains("Nothing was pooled or changed")
                .contains("id=\"opened\" value=\"1010\"")
                .contains("id=\"spared\" value=\"1000\"")
                .contains("6 others in use, 2 ofTomorrow, 1 first there, 1 not asked yet")
                .contains("a.B.c(B.java:1)")
                .contains("&#60;script&#62;.d(D.java:2)")
                .doesNotContain("<script", "Nothing is pooled in this JVM");
    }
}
