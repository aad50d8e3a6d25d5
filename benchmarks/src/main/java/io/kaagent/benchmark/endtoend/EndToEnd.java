package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.Child;
import io.kaagent.benchmark.Keys;
import io.kaagent.benchmark.Restless;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Legacy clients as they are, with the JDK's properties, with the agent, ported, and through sidecars.
 *
 * <pre>
 * EndToEnd [--jdk HOME] [--only CLIENT,...] [--ways WAY,...] [--over plain,tls] [--delays 0,1,20] [--threads 1,16,64]
 *     [--rounds 3] [--millis 300] [--warm-up 2500] [JVM OPTION of the clients with the agent ...]
 * </pre>
 *
 * Each client has a JVM of its own that does one kind of work in one way; those of one kind take turns. Exit code 1: an answer was missing or wrong.
 */
public final class EndToEnd {
    private static final String JAVA_NET_HTTP = "benchmarks/java-net-http/target/java-net-http.jar";

    private final Settings settings;
    private final Report report;
    private final Path directory = Files.createTempDirectory("end-to-end");
    private final List<String> java;
    private final Path certificate;

    private EndToEnd(Settings settings) throws IOException {
        this.settings = settings;
        this.report = new Report(settings);
        List<String> keys = Keys.make("dns:localhost,ip:" + Hosts.NEAR + ",ip:" + Hosts.FAR);
        certificate = certificate(keys.get(0).substring(keys.get(0).indexOf('=') + 1));
        java = Hosts.java(settings.jdk, keys);
        java.addAll(Arrays.asList(
                "-Xmx256m",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Djdk.tls.client.protocols=TLSv1.3",
                "-Djdk.tls.server.protocols=TLSv1.3"));
        java.addAll(Arrays.asList("-cp", System.getProperty("java.class.path") + File.pathSeparator + JAVA_NET_HTTP));
    }

    public static void main(String[] arguments) throws IOException {
        EndToEnd all = new EndToEnd(new Settings(arguments));
        all.leaveOut();
        all.report.describe(all.settings.ways);
        all.run();
        System.exit(all.report.write() ? 0 : 1);
    }

    private void leaveOut() {
        for (Way way : Way.values()) {
            String missing = "";
            if (way.sidecar() && !Sidecar.installed(way)) {
                missing = "not installed; on Debian: apt-get install "
                        + way.name().toLowerCase(Locale.ROOT);
            } else if (way == Way.JAVA_NET_HTTP && new File(settings.jdk, "jre").exists()) {
                missing = "not in JDK 8";
            }
            if (!missing.isEmpty() && settings.ways.remove(way)) {
                System.err.println(way.told + " is left out: " + missing);
                report.leftOut(way, missing);
            }
        }
    }

    private void run() throws IOException {
        try (Restless restless = new Restless(Runtime.getRuntime().availableProcessors());
                Hosts hosts = new Hosts();
                Origins origins = new Origins(hosts, java)) {
            report.describe(restless);
            for (boolean tls : settings.over) {
                Map<Way, Sidecar> sidecars = sidecars(hosts, origins, tls);
                for (Legacy legacy : settings.clients) {
                    if (legacy.fits(tls)) {
                        run(hosts, origins, sidecars, legacy, tls);
                    }
                }
                for (Sidecar sidecar : sidecars.values()) {
                    sidecar.close();
                }
            }
        }
    }

    private Map<Way, Sidecar> sidecars(Hosts hosts, Origins origins, boolean tls) throws IOException {
        List<String> servers =
                Arrays.asList(Hosts.NEAR + ":" + origins.port(false, tls), Hosts.FAR + ":" + origins.port(true, tls));
        Map<Way, Sidecar> sidecars = new EnumMap<>(Way.class);
        for (Way way : settings.ways) {
            if (way.sidecar()) {
                sidecars.put(way, new Sidecar(way, hosts, servers, tls ? certificate : null, directory));
            }
        }
        return sidecars;
    }

    private void run(Hosts hosts, Origins origins, Map<Way, Sidecar> sidecars, Legacy legacy, boolean tls)
            throws IOException {
        List<Runner> runners = new ArrayList<>();
        for (Way way : settings.ways) {
            if (way.fits(legacy)) {
                runners.add(runner(hosts, origins, sidecars.get(way), way, legacy, tls));
            }
        }
        Rounds rounds = new Rounds(hosts, origins, settings, runners);
        rounds.warmUp(legacy, tls);
        for (int delay : settings.delays) {
            for (int threads : settings.threads) {
                report.add(rounds.measure(new Place(legacy, tls, delay, threads)));
            }
        }
        for (Runner runner : runners) {
            runner.close();
        }
    }

    private Runner runner(Hosts hosts, Origins origins, Sidecar sidecar, Way way, Legacy legacy, boolean tls)
            throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(1, way.options);
        if (way == Way.AGENT) {
            command.addAll(2, settings.agentOptions);
        }
        command.addAll(Arrays.asList(Load.class.getName(), way.name(), legacy.name()));
        String near;
        String far;
        if (sidecar != null) {
            near = "http://" + Hosts.address(way, legacy, false) + ":" + sidecar.near;
            far = "http://" + Hosts.address(way, legacy, false) + ":" + sidecar.far;
        } else if (tls) {
            near = "https://" + Hosts.NEAR + ":" + origins.port(false, true);
            far = "https://" + Hosts.FAR + ":" + origins.port(true, true);
        } else {
            near = "http://" + Hosts.address(way, legacy, false) + ":" + origins.port(false, false);
            far = "http://" + Hosts.address(way, legacy, true) + ":" + origins.port(true, false);
        }
        return new Runner(way, legacy, new Child(hosts.near(command)), sidecar, near, far);
    }

    /** As the sidecars read it. */
    private Path certificate(String store) throws IOException {
        Path file = directory.resolve("server.pem");
        String keytool = new File(System.getProperty("java.home"), "bin/keytool").getPath();
        Process process = new ProcessBuilder(
                        keytool,
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "server",
                        "-keystore",
                        store,
                        "-storepass",
                        "changeit")
                .redirectOutput(file.toFile())
                .redirectError(directory.resolve("keytool").toFile())
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return file;
    }
}
