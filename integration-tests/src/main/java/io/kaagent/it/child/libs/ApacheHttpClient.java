package io.kaagent.it.child.libs;

import io.kaagent.it.child.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.util.EntityUtils;

/**
 * Apache HttpClient 4.5 with its own pool: one connection for each thread, looked at before each use, and one for each read that times out.
 * If the message has a way, a client for each request.
 */
final class ApacheHttpClient {
    private static final int READ_TIMEOUT_MILLIS = 100;

    private ApacheHttpClient() {}

    static Transcript play(Message message) throws Exception {
        return message.has("way") ? Requests.send(message, ApacheHttpClient::exchangeAlone) : playOnOne(message);
    }

    /** As applications do that know of no pool. */
    private static String exchangeAlone(String url, int number) throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            return exchange(client, request(url, number));
        }
    }

    private static Transcript playOnOne(Message message) throws Exception {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setDefaultMaxPerRoute(message.number("threads"));
        pool.setValidateAfterInactivity(1);
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(pool)
                .disableAutomaticRetries()
                .build()) {
            Transcript transcript = Requests.send(message, (url, number) -> exchange(client, request(url, number)));
            transcript.addFailure("slow answer", () -> exchange(client, impatient(message.get("url") + "&hold")));
            transcript.add("after it", exchange(client, new HttpGet(message.get("url") + "&id=last")));
            return transcript;
        }
    }

    private static String exchange(CloseableHttpClient client, HttpUriRequest request) throws IOException {
        try (CloseableHttpResponse response = client.execute(request)) {
            byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
            return response.getStatusLine() + " "
                    + response.getFirstHeader("X-Id").getValue() + " " + Transcript.digest(body);
        }
    }

    private static HttpUriRequest request(String url, int number) {
        switch (number % 5) {
            case 0:
                return new HttpGet(url);
            case 1:
                return new HttpGet(url + "&body=3000&chunked");
            case 2:
                return new HttpHead(url);
            case 3:
                HttpPost sized = new HttpPost(url);
                sized.setEntity(new ByteArrayEntity(new byte[number * 100]));
                return sized;
            default:
                HttpPost chunked = new HttpPost(url);
                chunked.setEntity(new InputStreamEntity(new ByteArrayInputStream(new byte[number * 100])));
                return chunked;
        }
    }

    private static HttpUriRequest impatient(String url) {
        HttpGet get = new HttpGet(url);
        get.setConfig(
                RequestConfig.custom().setSocketTimeout(READ_TIMEOUT_MILLIS).build());
        return get;
    }
}
