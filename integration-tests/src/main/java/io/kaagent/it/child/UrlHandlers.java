package io.kaagent.it.child;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Arrays;

/**
 * The requests of {@link EachKind}, and once more when the application has set a factory for handlers of URLs. Arguments: how the factory's handlers make
 * connections (see {@code handler}) for http and for https, and the addresses.
 */
public final class UrlHandlers {
    private UrlHandlers() {}

    public static void main(String[] arguments) throws IOException {
        String[] addresses = Arrays.copyOfRange(arguments, 2, arguments.length);
        tell(addresses);
        URL.setURLStreamHandlerFactory(protocol -> handler(
                protocol, protocol.equals("http") ? arguments[0] : protocol.equals("https") ? arguments[1] : "JDK's"));
        tell(addresses);
    }

    private static void tell(String[] addresses) throws IOException {
        for (String address : addresses) {
            System.out.println(new URL(address).openConnection().getClass().getName());
        }
        EachKind.main(addresses);
    }

    private static URLStreamHandler handler(String protocol, String how) {
        switch (how) {
            case "extending":
                return made("handlers." + protocol + ".Handler");
            case "delegating":
                return new Delegating(made("sun.net.www.protocol." + protocol + ".Handler"));
            case "own":
                return new Own();
            default:
                return null; // the JDK has one
        }
    }

    private static URLStreamHandler made(String name) {
        try {
            return (URLStreamHandler) Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By reflection, as applications do that want to see each request. */
    private static final class Delegating extends URLStreamHandler {
        private final URLStreamHandler jdk;

        Delegating(URLStreamHandler jdk) {
            this.jdk = jdk;
        }

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            try {
                Method open = URLStreamHandler.class.getDeclaredMethod("openConnection", URL.class);
                open.setAccessible(true);
                return (URLConnection) open.invoke(jdk, url);
            } catch (ReflectiveOperationException e) {
                throw new IOException(e);
            }
        }
    }

    private static final class Own extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new OwnUrlConnection(url);
        }
    }
}
