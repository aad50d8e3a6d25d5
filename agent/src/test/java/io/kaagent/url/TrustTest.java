package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Origin;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final Origin OTHER = new Origin("http", "127.0.0.1", 81);

    private final UrlSide side = new UrlSide();
    private final Trust trust = side.trust;

    @Test
    void isThereUntilAnOriginShowsOtherwise() throws IOException {
        assertThat(trust.allowsReuse(UrlSide.ORIGIN)).isTrue();
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, request("POST"))).isTrue();
    }

    @Test
    void whoSentBytesUnaskedIsNotReusedForFiveMinutes() throws IOException {
        trust.sentUnasked(UrlSide.ORIGIN);
        assertThat(side.settings.unasked).containsExactly(UrlSide.ORIGIN);
        assertThat(trust.allowsReuse(UrlSide.ORIGIN)).isFalse();
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, request("GET"))).isFalse();
        assertThat(trust.allowsReuse(OTHER)).isTrue();
        side.now += 5 * MINUTE - 1;
        assertThat(trust.allowsReuse(UrlSide.ORIGIN)).isFalse();
        side.now += 1;
        assertThat(trust.allowsReuse(UrlSide.ORIGIN)).isTrue();
        assertThat(trust.allowsReuse(UrlSide.ORIGIN)).isTrue();
    }

    @Test
    void eachTimeTheTimeBeginsAnew() {
        trust.sentUnasked(UrlSide.ORIGIN);
        side.now += 4 * MINUTE;
        trust.sentUnasked(UrlSide.ORIGIN);
        side.now += 4 * MINUTE;
        assertThat(trust.allowsReuse(UrlSide.ORIGIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void whoClosedWithoutAWordStillGetsWhatTheJdkMaySendTwice(String method) throws IOException {
        trust.closedWithoutAWord(UrlSide.ORIGIN);
        assertThat(trust.allowsReuse(UrlSide.ORIGIN)).isTrue();
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, request(method))).isTrue();
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, null)).isTrue();
    }

    @Test
    void whoClosedWithoutAWordGetsNoPostOnAUsedConnectionForAMinute() throws IOException {
        trust.closedWithoutAWord(UrlSide.ORIGIN);
        assertThat(side.settings.unasked).isEmpty();
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, request("POST"))).isFalse();
        assertThat(trust.allowsReuseFor(OTHER, request("POST"))).isTrue();
        side.now += MINUTE - 1;
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, request("POST"))).isFalse();
        side.now += 1;
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, request("POST"))).isTrue();
    }

    @Test
    void norAGetThatBecomesAPost() throws IOException {
        trust.closedWithoutAWord(UrlSide.ORIGIN);
        HttpURLConnection get = request("GET");
        get.setDoOutput(true);
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, get)).isFalse();
    }

    @Test
    void norAnythingThatStreams() throws IOException {
        trust.closedWithoutAWord(UrlSide.ORIGIN);
        HttpURLConnection fixed = request("PUT");
        fixed.setFixedLengthStreamingMode(3);
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, fixed)).isFalse();
        HttpURLConnection chunked = request("PUT");
        chunked.setChunkedStreamingMode(0);
        assertThat(trust.allowsReuseFor(UrlSide.ORIGIN, chunked)).isFalse();
    }

    @Test
    void remembersAThousandOriginsAtMost() {
        for (int port = 1; port <= 1001; port++) {
            trust.sentUnasked(new Origin("http", "127.0.0.1", port));
        }
        assertThat(trust.allowsReuse(new Origin("http", "127.0.0.1", 1))).isTrue();
        assertThat(trust.allowsReuse(new Origin("http", "127.0.0.1", 1001))).isFalse();
    }

    /** Not connected. */
    private static HttpURLConnection request(String method) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://127.0.0.1/").openConnection();
        connection.setRequestMethod(method);
        return connection;
    }
}
