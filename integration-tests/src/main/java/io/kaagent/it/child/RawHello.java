package io.kaagent.it.child;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;

/** Three requests over sockets that are made in the way that is named first, to the url named second; the third is the port of a SOCKS server. */
public final class RawHello {
    private RawHello() {}

    public static void main(String[] arguments) throws IOException {
        Proxy socks = arguments.length < 3
                ? Proxy.NO_PROXY
                : new Proxy(Proxy.Type.SOCKS, Sockets.address(Integer.parseInt(arguments[2])));
        switch (arguments[0]) {
            case "selector":
                ProxySelector.setDefault(new Selector(socks));
                break;
            case "factory":
                Socket.setSocketImplFactory(SocketsByFactory::new);
                break;
            default:
                break;
        }
        for (int i = 0; i < 3; i++) {
            try (Socket socket = arguments[0].equals("proxy") ? new Socket(socks) : new Socket()) {
                System.out.println(answer(socket, arguments[1], "hello" + i));
            } catch (IOException e) {
                System.out.println(e);
            }
        }
    }

    private static String answer(Socket socket, String url, String id) throws IOException {
        socket.connect(Sockets.address(new URL(url).getPort()));
        Outcome outcome = new RawExchange(new Message("exchange").with("url", url), id).on(socket);
        return outcome.isRight() ? "connection " + outcome.connection() : outcome.toString();
    }

    private static final class Selector extends ProxySelector {
        private final Proxy proxy;

        Selector(Proxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return Collections.singletonList(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
