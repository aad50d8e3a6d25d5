package io.kaagent.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A key for the TLS server and its certificate, for localhost if nothing else is asked for: made by keytool, in a directory that goes with this JVM. */
public final class Keys {
    private static final String PASSWORD = "changeit";

    private Keys() {}

    /** Returns the JVM options that name them, for servers and clients alike. */
    static List<String> make() throws IOException {
        return make("dns:localhost");
    }

    /** @param names that the certificate is for, as keytool has them */
    public static List<String> make(String names) throws IOException {
        Path directory = Files.createTempDirectory("keys");
        directory.toFile().deleteOnExit();
        Path store = directory.resolve("server.jks");
        store.toFile().deleteOnExit(); // before the directory: the last named goes first
        keytool(store, names);
        return Arrays.asList(
                "-Djavax.net.ssl.keyStore=" + store,
                "-Djavax.net.ssl.keyStorePassword=" + PASSWORD,
                "-Djavax.net.ssl.trustStore=" + store);
    }

    /** The old store format, because JDK 8 has to read it. */
    private static void keytool(Path store, String names) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(new File(System.getProperty("java.home"), "bin/keytool").getPath());
        command.addAll(Arrays.asList("-genkeypair", "-alias", "server", "-keyalg", "RSA", "-keysize", "2048"));
        command.addAll(Arrays.asList("-dname", "CN=localhost", "-ext", "san=" + names, "-keypass", PASSWORD));
        command.addAll(Arrays.asList("-storetype", "JKS", "-storepass", PASSWORD, "-keystore", store.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new BufferedReader(new InputStreamReader(process.getInputStream()))
                .lines()
                .collect(Collectors.joining("\n"));
        if (!Files.exists(store)) {
            throw new IOException(said);
        }
    }
}
