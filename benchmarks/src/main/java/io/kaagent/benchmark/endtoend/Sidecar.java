package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.Child;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A proxy next to the client, which speaks plain HTTP to it. It keeps the connections to the server, over TLS where the server has that: one
 * of each for the server on the same host and for the far one.
 */
final class Sidecar implements AutoCloseable {
    /** Says which processes it is as soon as it listens, and ends it with its input. */
    private static final String RUN = "port=$1; shift; \"$@\" & p=$!; trap 'kill $p' EXIT; trap : INT TERM HUP;"
            + " until grep -qs \":$port .* 0A \" /proc/$p/net/tcp; do kill -0 $p || exit 1; sleep 0.1; done;"
            + " echo $p $(cat /proc/$p/task/*/children); cat >/dev/null";

    final int near;
    final int far;
    private final Child process;
    private final long[] pids;

    /**
     * @param servers the near one and the far one, as {@code address:port}
     * @param certificate of the servers, if they are to be spoken to by TLS; else null
     */
    Sidecar(Way way, Hosts hosts, List<String> servers, Path certificate, Path directory) throws IOException {
        near = freePort();
        far = freePort();
        String text = way == Way.HAPROXY ? haproxy(servers, certificate) : nginx(servers, certificate, directory);
        Path file = directory.resolve(way + ".conf");
        Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
        List<String> command = way == Way.HAPROXY
                ? Arrays.asList("haproxy", "-db", "-q", "-f", file.toString())
                : Arrays.asList("nginx", "-p", directory.toString(), "-e", "stderr", "-c", file.toString());
        process = new Child(hosts.near(
                Stream.concat(Stream.of("sh", "-c", RUN, "sidecar", String.format("%04X", far)), command.stream())
                        .collect(Collectors.toList())));
        pids = Arrays.stream(process.line().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Whether it is there; Debian has it in a package of that name. */
    static boolean installed(Way way) {
        String program = way.name().toLowerCase(Locale.ROOT);
        return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/")
                .anyMatch(directory -> new File(directory + program).canExecute());
    }

    /** What it says about itself. */
    static String version(String program) throws IOException {
        Process process =
                new ProcessBuilder(program, "-v").redirectErrorStream(true).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), "US-ASCII"))) {
            return said.readLine().replaceAll("^.*version:? |nginx/| - http.*", "");
        }
    }

    long cpuNanos() {
        return Arrays.stream(pids).map(Kernel::cpuNanos).sum();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    /** Its manual: with {@code always} a request may use any idle connection to the server, the first one of a client, too. */
    private String haproxy(List<String> servers, Path certificate) {
        String tls = certificate == null
                ? ""
                : " ssl verify required verifyhost localhost sni str(localhost) ca-file " + certificate;
        StringBuilder text = new StringBuilder("global\n    maxconn 8000\n"
                + "defaults\n    mode http\n    timeout connect 10s\n    timeout client 60s\n    timeout server 60s\n"
                + "    http-reuse always\n");
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "near" : "far";
            text.append("frontend ").append(name).append("\n    bind :").append(i == 0 ? near : far);
            text.append("\n    default_backend ")
                    .append(name)
                    .append("-server\nbackend ")
                    .append(name);
            text.append("-server\n    server one ")
                    .append(servers.get(i))
                    .append(tls)
                    .append('\n');
        }
        return text.toString();
    }

    /** Its manual: {@code keepalive} needs HTTP/1.1 and an empty {@code Connection}. The requests of a connection are not to be bounded here. */
    private String nginx(List<String> servers, Path certificate, Path directory) {
        StringBuilder text = new StringBuilder("daemon off;\nworker_processes auto;\npid nginx.pid;\n"
                + "events { worker_connections 8000; }\nhttp {\naccess_log off;\nkeepalive_requests 1000000;\n");
        for (String kind : Arrays.asList("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            text.append(kind)
                    .append("_temp_path ")
                    .append(directory.resolve("nginx-" + kind))
                    .append(";\n");
        }
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "near" : "far";
            text.append("upstream ").append(name).append(" { server ").append(servers.get(i));
            text.append("; keepalive ").append(Load.MOST_THREADS).append("; keepalive_requests 1000000; }\n");
            text.append("server { listen ").append(i == 0 ? near : far).append("; location / {\n");
            text.append(
                    "proxy_http_version 1.1; proxy_set_header Connection \"\"; proxy_set_header Host $http_host;\n");
            text.append("proxy_pass ")
                    .append(certificate == null ? "http" : "https")
                    .append("://")
                    .append(name)
                    .append(";\n");
            if (certificate != null) {
                text.append("proxy_ssl_protocols TLSv1.3; proxy_ssl_server_name on; proxy_ssl_name localhost;\n");
                text.append("proxy_ssl_verify on; proxy_ssl_trusted_certificate ")
                        .append(certificate)
                        .append(";\n");
            }
            text.append("} }\n");
        }
        return text.append("}\n").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
