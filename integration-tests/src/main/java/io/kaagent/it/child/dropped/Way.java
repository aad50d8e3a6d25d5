package io.kaagent.it.child.dropped;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.function.BiFunction;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** By which setting a connection, in the midst of an answer, refers to an object of the application's that refers to it. */
enum Way {
    SOCKET_SELECTOR {
        @Override
        boolean isPossible() {
            return SELECTOR != null;
        }

        @Override
        void set(SSLSocket socket, Owner owner) throws ReflectiveOperationException {
            BiFunction<SSLSocket, Object, String> selector = (asking, offered) -> "http/" + owner.owned;
            SELECTOR.invoke(socket, selector);
        }
    },
    /** The function that the JDK makes of the application's two is of the JDK's own loader. */
    SOCKET_SELECTOR_OF_TWO {
        @Override
        boolean isPossible() {
            return SELECTOR != null;
        }

        @Override
        void set(SSLSocket socket, Owner owner) throws ReflectiveOperationException {
            BiFunction<SSLSocket, Object, String> selector = (asking, offered) -> "http/" + owner.owned;
            SELECTOR.invoke(socket, selector.andThen(protocol -> protocol));
        }
    },
    SOCKET_CONSTRAINTS {
        @Override
        void set(SSLSocket socket, Owner owner) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setAlgorithmConstraints(owner);
            socket.setSSLParameters(parameters);
        }
    },
    SOCKET_MATCHER {
        @Override
        void set(SSLSocket socket, Owner owner) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setSNIMatchers(Collections.singleton(owner.matcher()));
            socket.setSSLParameters(parameters);
        }
    },
    SOCKET_TRUST,
    URL_TRUST {
        @Override
        Owner use(String url) throws Exception {
            return ask(
                    url,
                    (connection, owner) -> ((HttpsURLConnection) connection)
                            .setSSLSocketFactory(context(owner).getSocketFactory()));
        }
    },
    URL_FACTORY {
        @Override
        Owner use(String url) throws Exception {
            return ask(
                    url,
                    (connection, owner) -> ((HttpsURLConnection) connection)
                            .setSSLSocketFactory(owner.around(context(owner).getSocketFactory())));
        }
    },
    URL_VERIFIER {
        @Override
        Owner use(String url) throws Exception {
            return ask(url, (connection, owner) -> ((HttpsURLConnection) connection).setHostnameVerifier(owner));
        }
    },
    URL_AUTHENTICATOR {
        @Override
        boolean isPossible() {
            return AUTHENTICATOR != null;
        }

        @Override
        Owner use(String url) throws Exception {
            return ask(url, (connection, owner) -> AUTHENTICATOR.invoke(connection, owner.authenticator()));
        }
    };

    /** JDK 9 and later, 8 since u251. */
    private static final Method SELECTOR =
            method(SSLSocket.class, "setHandshakeApplicationProtocolSelector", BiFunction.class);

    /** JDK 9 and later. */
    private static final Method AUTHENTICATOR =
            method(HttpURLConnection.class, "setAuthenticator", Authenticator.class);

    boolean isPossible() {
        return true;
    }

    /** @return whose connection is being used, and nobody's but the collector's once that is dropped */
    Owner use(String url) throws Exception {
        Owner owner = new Owner();
        URL asked = new URL(url);
        SSLSocket socket = (SSLSocket) context(owner).getSocketFactory().createSocket(asked.getHost(), asked.getPort());
        owner.owned = socket;
        set(socket, owner);
        socket.getOutputStream()
                .write(("GET " + asked.getFile() + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        readOne(socket.getInputStream().read());
        return owner;
    }

    void set(SSLSocket socket, Owner owner) throws Exception {}

    private static Owner ask(String url, Setting setting) throws Exception {
        Owner owner = new Owner();
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        owner.owned = connection;
        setting.set(connection, owner);
        readOne(connection.getInputStream().read());
        return owner;
    }

    private static void readOne(int read) throws IOException {
        if (read < 0) {
            throw new IOException("no answer");
        }
    }

    private static SSLContext context(Owner owner) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {owner}, null);
        return context;
    }

    private static Method method(Class<?> type, String name, Class<?> argument) {
        try {
            return type.getMethod(name, argument);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private interface Setting {
        void set(HttpURLConnection connection, Owner owner) throws Exception;
    }
}
