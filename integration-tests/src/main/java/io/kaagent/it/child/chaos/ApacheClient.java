package io.kaagent.it.child.chaos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Apache HttpClient 4.5, a client for each request. */
final class ApacheClient implements Client {
    @Override
    public void send(Plan plan, int port, Got got) throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault();
                CloseableHttpResponse response = client.execute(request(plan, port))) {
            Header id = response.getFirstHeader("X-Id");
            got.head(response.getStatusLine().getStatusCode(), id == null ? null : id.getValue());
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                try (InputStream in = entity.getContent()) {
                    got.all(in);
                }
            }
            got.complete();
        }
    }

    private static HttpUriRequest request(Plan plan, int port) {
        RequestConfig times = RequestConfig.custom()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setSocketTimeout(plan.readTimeout())
                .build();
        RequestBuilder request = RequestBuilder.create(plan.method)
                .setUri(Client.url(plan, port))
                .setConfig(times);
        if (plan.uploaded > 0) {
            request.setEntity(
                    plan.streamed
                            ? new InputStreamEntity(new ByteArrayInputStream(plan.upload()))
                            : new ByteArrayEntity(plan.upload()));
        }
        if (plan.asksForClose) {
            request.setHeader("Connection", "close");
        }
        return request.build();
    }
}
