package io.kaagent.it.child.libs;

import io.kaagent.it.child.Message;
import java.net.URL;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcLite14HttpTransportFactory;
import org.apache.xmlrpc.client.XmlRpcLiteHttpTransportFactory;
import org.apache.xmlrpc.client.XmlRpcSunHttpTransportFactory;
import org.apache.xmlrpc.client.XmlRpcTransportFactory;

/** Apache XML-RPC 3.1.3, a client for each call. Key of the message, besides those of the requests: transport. */
final class XmlRpcCalls {
    private XmlRpcCalls() {}

    static Transcript play(Message message) throws Exception {
        return Requests.send(message, (url, number) -> call(message.get("transport"), new URL(url), number));
    }

    private static String call(String transport, URL url, int number) throws Exception {
        XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
        config.setServerURL(url);
        XmlRpcClient client = new XmlRpcClient();
        client.setConfig(config);
        client.setTransportFactory(factory(transport, client));
        return String.valueOf(client.execute("tell", new Object[] {number, "text " + number, new byte[number * 100]}));
    }

    private static XmlRpcTransportFactory factory(String transport, XmlRpcClient client) {
        switch (transport) {
            case "lite":
                return new XmlRpcLiteHttpTransportFactory(client);
            case "lite 1.4":
                return new XmlRpcLite14HttpTransportFactory(client);
            case "sun":
                return new XmlRpcSunHttpTransportFactory(client);
            default:
                throw new IllegalArgumentException(transport);
        }
    }
}
