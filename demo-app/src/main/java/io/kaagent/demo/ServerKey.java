package io.kaagent.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A self-signed key for 127.0.0.1 that lives as long as its scene, made by the keytool of the JDK that the demo runs on. */
final class ServerKey implements AutoCloseable {

    /** Guards nothing: the key is of no use to anybody, but keytool wants a password. */
    private static final String PASSWORD = "changeit";

    private static final String ARGUMENTS = "-genkeypair -alias server -keyalg RSA -keysize 2048 -validity 2"
            + " -dname CN=ka-agent-demo -ext san=ip:127.0.0.1 -storetype PKCS12";

    private final Path directory;
    private final File file;

    ServerKey() throws IOException {
        directory = Files.createTempDirectory("ka-agent-demo");
        file = directory.resolve("server.p12").toFile();
        // Also if the scene is interrupted; in reverse order, so the file goes first.
        directory.toFile().deleteOnExit();
        file.deleteOnExit();
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool");
        command.addAll(Arrays.asList(ARGUMENTS.split(" ")));
        command.addAll(Arrays.asList("-storepass", PASSWORD, "-keypass", PASSWORD, "-keystore", file.getPath()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = output(keytool);
        if (!file.exists()) {
            throw new ChildFailed("keytool made no key: " + said);
        }
    }

    String[] serverArguments() {
        return new String[] {"keystore=" + file, "password=" + PASSWORD};
    }

    /** Trusting a key entry is enough for a certificate that signed itself. */
    List<String> clientProperties() {
        return Arrays.asList(
                "-Djavax.net.ssl.trustStore=" + file,
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    @Override
    public void close() throws IOException {
        Files.delete(file.toPath());
        Files.delete(directory);
    }

    private static String output(Process process) throws IOException {
        StringBuilder output = new StringBuilder();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            String line;
            while ((line = in.readLine()) != null) {
                output.append(line).append(' ');
            }
        }
        return output.toString();
    }
}
