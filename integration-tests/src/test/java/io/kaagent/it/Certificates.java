package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Self-signed certificates, made with keytool when first asked for: one for 127.0.0.1 and for a server in a namespace of its own, one for another
 * host, two of clients, and a store that trusts them all. */
final class Certificates {
    private static final String PASSWORD = "changeit";

    /** As few as JDKs trust: with 2048, signing took 7 ms a handshake, without the second compiler. */
    private static final String BITS = "1024";

    private static final Path DIRECTORY = directory();
    private static final Path RIGHT = keyStore("right", "ip:127.0.0.1,ip:" + TwoHosts.SERVER + ",dns:localhost");
    private static final Path WRONG_HOST = keyStore("wrong-host", "dns:other.example");

    static {
        // Their key stores are found by their names, next to the trust store.
        keyStore("alice", "dns:alice.example");
        keyStore("bob", "dns:bob.example");
    }

    private static final Path TRUST = trustStore("right", "wrong-host", "alice", "bob");

    private Certificates() {}

    static Path right() {
        return RIGHT;
    }

    static Path wrongHost() {
        return WRONG_HOST;
    }

    static Path trustStore() {
        return TRUST;
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "tls");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path keyStore(String name, String hosts) {
        Path store = DIRECTORY.resolve(name + ".jks");
        keytool(
                store,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                BITS,
                "-keypass",
                PASSWORD,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + hosts);
        keytool(store, "-exportcert", "-alias", name, "-file", certificate(name));
        return store;
    }

    private static Path trustStore(String... names) {
        Path store = DIRECTORY.resolve("trust.jks");
        for (String name : names) {
            keytool(store, "-importcert", "-noprompt", "-alias", name, "-file", certificate(name));
        }
        return store;
    }

    private static String certificate(String name) {
        return DIRECTORY.resolve(name + ".crt").toString();
    }

    /** The old store format, because JDK 8 has to read it. */
    private static void keytool(Path store, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Jdks.atHand().tool("keytool")));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "JKS", "-storepass", PASSWORD));
        FinishedJvm finished = RunningJvm.start(command, Map.of(), DIRECTORY).awaitExit();
        assertThat(finished.exit()).as("%s", finished).isZero();
    }
}
