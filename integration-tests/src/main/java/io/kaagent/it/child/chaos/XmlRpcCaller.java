package io.kaagent.it.child.chaos;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcLiteHttpTransportFactory;

/** Apache XML-RPC 3.1.3 over sockets of its own. It shows nothing of an answer but its value. */
final class XmlRpcCaller implements Client {
    @Override
    public void send(Plan plan, int port, Got got) throws Exception {
        XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
        config.setServerURL(new URL(Client.url(plan, port)));
        XmlRpcClient client = new XmlRpcClient();
        client.setConfig(config);
        client.setTransportFactory(new XmlRpcLiteHttpTransportFactory(client));
        String text = new String(plan.upload(), StandardCharsets.US_ASCII);
        Object value = client.execute("tell", new Object[] {text});
        got.head(plan.status, plan.id());
        got.bytes(String.valueOf(value).getBytes(StandardCharsets.US_ASCII));
        got.complete();
    }
}
