package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.VersionInfo;

/**
 * Apache HttpClient 5: one client for all, as its documentation has it, and limits as high as there are threads, under the policy for many threads.
 */
final class ApachePort implements Asker {
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(Load.MOST_THREADS)
                    .setMaxConnPerRoute(Load.MOST_THREADS)
                    .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                    .build())
            .build();

    static String settings() {
        String version = VersionInfo.loadVersionInfo("org.apache.hc.client5", ApachePort.class.getClassLoader())
                .getRelease();
        return version + ", one client; " + Load.MOST_THREADS
                + " connections at most, in all and to a route, `PoolConcurrencyPolicy.LAX`";
    }

    @Override
    public void ask(Task task) throws IOException {
        client.execute(request(task), response -> {
            HttpEntity entity = response.getEntity();
            if (task.read) {
                task.check(response.getCode(), EntityUtils.toByteArray(entity));
            } else {
                EntityUtils.consume(entity);
                task.check(response.getCode(), null);
            }
            return null;
        });
    }

    private static HttpUriRequestBase request(Task task) {
        if (task.body == null) {
            return new HttpGet(task.url());
        }
        HttpPost post = new HttpPost(task.url());
        post.setHeader("SOAPAction", "\"getQuote\"");
        post.setEntity(new ByteArrayEntity(task.body, ContentType.parse(Task.SOAP_TYPE)));
        return post;
    }
}
