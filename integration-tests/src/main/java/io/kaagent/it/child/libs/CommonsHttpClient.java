package io.kaagent.it.child.libs;

import io.kaagent.it.child.Message;
import java.io.IOException;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.HttpVersion;
import org.apache.commons.httpclient.MultiThreadedHttpConnectionManager;
import org.apache.commons.httpclient.SimpleHttpConnectionManager;
import org.apache.commons.httpclient.methods.ByteArrayRequestEntity;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.methods.PostMethod;

/** commons-httpclient 3.1: GET and POST in turn, in the ways of its users. Key of the message, besides those of the requests: way. */
final class CommonsHttpClient {
    private CommonsHttpClient() {}

    static Transcript play(Message message) throws Exception {
        if (message.get("way").equals("one manager for all")) {
            MultiThreadedHttpConnectionManager manager = new MultiThreadedHttpConnectionManager();
            manager.getParams().setDefaultMaxConnectionsPerHost(message.number("threads"));
            HttpClient client = new HttpClient(manager);
            Transcript transcript = Requests.send(message, (url, number) -> exchange(client, method(url, number)));
            manager.shutdown();
            return transcript;
        }
        return Requests.send(message, (url, number) -> exchange(message.get("way"), method(url, number)));
    }

    private static String exchange(String way, HttpMethod method) throws IOException {
        switch (way) {
            case "a client for each request":
                return exchange(new HttpClient(), method);
            case "a manager that closes":
                return exchange(new HttpClient(new SimpleHttpConnectionManager(true)), method);
            case "Connection: close":
                method.setRequestHeader("Connection", "close");
                return exchange(new HttpClient(), method);
            case "HTTP/1.0":
                method.getParams().setParameter("http.protocol.version", HttpVersion.HTTP_1_0);
                return exchange(new HttpClient(), method);
            case "closeIdleConnections":
                return exchangeAndCloseIdle(method);
            case "shutdown":
                return exchangeAndShutDown(method);
            default:
                throw new IllegalArgumentException(way);
        }
    }

    private static String exchangeAndCloseIdle(HttpMethod method) throws IOException {
        MultiThreadedHttpConnectionManager manager = new MultiThreadedHttpConnectionManager();
        String seen = exchange(new HttpClient(manager), method);
        manager.closeIdleConnections(0);
        return seen;
    }

    private static String exchangeAndShutDown(HttpMethod method) throws IOException {
        MultiThreadedHttpConnectionManager manager = new MultiThreadedHttpConnectionManager();
        String seen = exchange(new HttpClient(manager), method);
        manager.shutdown();
        return seen;
    }

    private static String exchange(HttpClient client, HttpMethod method) throws IOException {
        try {
            int status = client.executeMethod(method);
            return status + " " + method.getStatusLine() + " "
                    + method.getResponseHeader("X-Id").getValue() + " "
                    + Transcript.digest(method.getResponseBody());
        } finally {
            method.releaseConnection();
        }
    }

    private static HttpMethod method(String url, int number) {
        if (number % 2 == 0) {
            return new GetMethod(url);
        }
        PostMethod post = new PostMethod(url);
        post.setRequestEntity(new ByteArrayRequestEntity(new byte[number * 100], "application/octet-stream"));
        return post;
    }
}
