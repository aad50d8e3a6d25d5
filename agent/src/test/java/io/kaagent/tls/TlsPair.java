package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A TLS connection, both ends of it in this JVM. */
final class TlsPair implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final SSLContext SERVER = serverContext();
    static final SSLContext CLIENT = Material.context("TLS", null, new TrustAll());

    final SSLSocket client;
    final SSLSocket server;

    private TlsPair(SSLSocket client, SSLSocket server) {
        this.client = client;
        this.server = server;
    }

    /** After the handshake; whatever the server has to say right after it has been read. */
    static TlsPair speaking(String protocol) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SSLSocket client = (SSLSocket)
                    CLIENT.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
            client.setEnabledProtocols(new String[] {protocol});
            SSLSocket server = (SSLSocket)
                    SERVER.getSocketFactory().createSocket(listener.accept(), null, client.getLocalPort(), true);
            server.setUseClientMode(false);
            CompletableFuture<Void> handshake = CompletableFuture.runAsync(() -> handshake(server));
            client.startHandshake();
            handshake.get(30, TimeUnit.SECONDS);
            TlsPair pair = new TlsPair(client, server);
            pair.say("welcome");
            return pair;
        }
    }

    /** From the server to the client. */
    void say(String text) throws IOException {
        server.getOutputStream().write(text.getBytes("US-ASCII"));
        assertThat(read(client.getInputStream(), text.length())).isEqualTo(text);
    }

    /** The server does something; done once its bytes have arrived. */
    void serverDoes(Act act) throws Exception {
        act.run();
        InputStream plain = JdkSocket.receiver(client);
        while (plain.available() == 0) {
            Thread.onSpinWait();
        }
    }

    static String read(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), "US-ASCII");
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }

    interface Act {
        void run() throws Exception;
    }

    private static void handshake(SSLSocket socket) {
        try {
            socket.startHandshake();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext serverContext() {
        try {
            Path file = Files.createTempDirectory("tls").resolve("store");
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "a",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            "changeit")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(exit).as("keytool").isZero();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
            keys.init(store, PASSWORD);
            return Material.context("TLS", keys.getKeyManagers(), new TrustManager[] {new TrustAll()});
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
