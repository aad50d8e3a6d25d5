package io.kaagent.it.child.chaos;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.httpclient.Header;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.SimpleHttpConnectionManager;
import org.apache.commons.httpclient.methods.ByteArrayRequestEntity;
import org.apache.commons.httpclient.methods.DeleteMethod;
import org.apache.commons.httpclient.methods.EntityEnclosingMethod;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.methods.HeadMethod;
import org.apache.commons.httpclient.methods.PostMethod;
import org.apache.commons.httpclient.methods.PutMethod;

/** commons-httpclient 3.1, with a manager that closes. */
final class CommonsClient implements Client {
    @Override
    public void send(Plan plan, int port, Got got) throws IOException {
        HttpClient client = new HttpClient(new SimpleHttpConnectionManager(true));
        client.getHttpConnectionManager().getParams().setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        client.getHttpConnectionManager().getParams().setSoTimeout(plan.readTimeout());
        HttpMethod method = method(plan, Client.url(plan, port));
        if (plan.asksForClose) {
            method.setRequestHeader("Connection", "close");
        }
        try {
            int status = client.executeMethod(method);
            Header id = method.getResponseHeader("X-Id");
            got.head(status, id == null ? null : id.getValue());
            try (InputStream in = method.getResponseBodyAsStream()) {
                if (in != null) {
                    got.all(in);
                }
            }
            got.complete();
        } finally {
            method.releaseConnection();
        }
    }

    private static HttpMethod method(Plan plan, String url) {
        switch (plan.method) {
            case "GET":
                return new GetMethod(url);
            case "HEAD":
                return new HeadMethod(url);
            case "DELETE":
                return new DeleteMethod(url);
            default:
                EntityEnclosingMethod method = plan.method.equals("PUT") ? new PutMethod(url) : new PostMethod(url);
                method.setRequestEntity(new ByteArrayRequestEntity(plan.upload()));
                return method;
        }
    }
}
