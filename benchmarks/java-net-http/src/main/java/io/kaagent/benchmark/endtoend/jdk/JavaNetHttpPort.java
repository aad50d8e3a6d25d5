package io.kaagent.benchmark.endtoend.jdk;

import io.kaagent.benchmark.endtoend.Asker;
import io.kaagent.benchmark.endtoend.Task;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The JDK's newer client: one for all, as its documentation has it. Its pool has no limit. */
public final class JavaNetHttpPort implements Asker {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void ask(Task task) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(task.url()));
        if (task.body != null) {
            request.header("Content-Type", Task.SOAP_TYPE)
                    .header("SOAPAction", "\"getQuote\"")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(task.body));
        }
        try {
            if (task.read) {
                HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                task.check(response.statusCode(), response.body());
            } else {
                HttpResponse<Void> response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
                task.check(response.statusCode(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
