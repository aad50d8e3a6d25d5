package io.kaagent.demo;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Properties;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/1.1 server on a free port of the loopback interface, one thread a connection, that counts.
 *
 * <p>Arguments, all optional: {@code delay=MILLIS} between a request and its answer (default 0); {@code connection=close}:
 * say so in each answer and do it; {@code keystore=FILE password=WORD}: speak TLS with the key in that PKCS12 file.
 *
 * <p>Prints {@code port N} when it listens. Every line on standard input is answered with the counts of
 * {@link ServerCounts}, see {@link StandardInput}; its end ends the server.
 */
public final class Server {

    private static final int BACKLOG = 512;

    private Server() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Properties options = new Properties();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            options.setProperty(argument.substring(0, equals), argument.substring(equals + 1));
        }
        long delayMillis = Long.parseLong(options.getProperty("delay", "0"));
        boolean close = "close".equals(options.getProperty("connection"));
        ServerCounts counts = new ServerCounts();
        ServerSocket listener =
                factory(options).createServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread accept = new Thread(() -> serve(listener, counts, delayMillis, close), "accept");
        accept.start();
        System.out.println("port " + listener.getLocalPort());
        StandardInput.obey(command -> counts.toString());
    }

    private static void serve(ServerSocket listener, ServerCounts counts, long delayMillis, boolean close) {
        try {
            while (true) {
                Socket socket = listener.accept();
                int number = counts.opened();
                new Thread(new ServerConnection(socket, number, counts, delayMillis, close), "connection " + number)
                        .start();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server can accept no more", e);
        }
    }

    private static ServerSocketFactory factory(Properties options) throws IOException, GeneralSecurityException {
        String file = options.getProperty("keystore");
        if (file == null) {
            return ServerSocketFactory.getDefault();
        }
        char[] password = options.getProperty("password").toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(file)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }
}
