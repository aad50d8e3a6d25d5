package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp: one client for all, as its documentation has it, and as many idle connections as there are threads. */
final class OkHttpPort implements Asker {
    private static final MediaType SOAP = MediaType.get(Task.SOAP_TYPE);

    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(Load.MOST_THREADS, 5, TimeUnit.MINUTES))
            .protocols(Collections.singletonList(Protocol.HTTP_1_1))
            .build();

    static String settings() {
        return OkHttp.VERSION + ", one client; HTTP/1.1, a `ConnectionPool` of " + Load.MOST_THREADS
                + " idle connections";
    }

    @Override
    public void ask(Task task) throws IOException {
        Request.Builder request = new Request.Builder().url(task.url());
        if (task.body != null) {
            request.header("SOAPAction", "\"getQuote\"").post(RequestBody.create(task.body, SOAP));
        }
        try (Response response = client.newCall(request.build()).execute()) {
            task.check(response.code(), task.read ? response.body().bytes() : null);
        }
    }
}
