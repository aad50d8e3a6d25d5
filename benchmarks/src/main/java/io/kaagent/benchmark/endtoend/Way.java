package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How the work of a legacy client is done. */
enum Way {
    AS_IS("as it is") {
        @Override
        String settings() {
            return "no option";
        }
    },
    TUNED(
            "JDK's properties",
            "-Dhttp.keepAlive=true",
            "-Dhttp.maxConnections=" + Load.MOST_THREADS,
            "-Dsun.net.http.errorstream.enableBuffering=true",
            "-Dsun.net.http.errorstream.timeout=300",
            "-Dsun.net.http.errorstream.bufferSize=4096"),
    AGENT("agent", "-javaagent:agent/target/ka-agent.jar"),
    APACHE("HttpClient 5") {
        @Override
        Asker asker(Legacy legacy) {
            return new ApachePort();
        }

        @Override
        String settings() {
            return ApachePort.settings();
        }
    },
    OKHTTP("OkHttp") {
        @Override
        Asker asker(Legacy legacy) {
            return new OkHttpPort();
        }

        @Override
        String settings() {
            return OkHttpPort.settings();
        }
    },
    JAVA_NET_HTTP("java.net.http") {
        @Override
        Asker asker(Legacy legacy) throws IOException {
            try {
                return (Asker) Class.forName("io.kaagent.benchmark.endtoend.jdk.JavaNetHttpPort")
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IOException(e);
            }
        }

        @Override
        String settings() {
            return "HTTP/1.1, one client; its pool has no limit";
        }
    },
    HAPROXY("HAProxy") {
        @Override
        String settings() throws IOException {
            return Sidecar.version("haproxy") + "; `http-reuse always`, else its defaults";
        }
    },
    NGINX("nginx") {
        @Override
        String settings() throws IOException {
            return Sidecar.version("nginx") + "; `keepalive " + Load.MOST_THREADS
                    + "`, `proxy_http_version 1.1`, `proxy_set_header Connection \"\"`, `keepalive_requests` 1 000 000 either way,"
                    + " `worker_processes auto`, `access_log off`";
        }
    };

    final String told;
    final List<String> options;

    Way(String told, String... options) {
        this.told = told;
        this.options = Collections.unmodifiableList(Arrays.asList(options));
    }

    boolean sidecar() {
        return this == HAPROXY || this == NGINX;
    }

    boolean ported() {
        return this == APACHE || this == OKHTTP || this == JAVA_NET_HTTP;
    }

    /** Whether it is another thing than what is measured anyway. */
    boolean fits(Legacy legacy) {
        return this != TUNED || !legacy.raw();
    }

    /** What it was given, for the reader of the figures. */
    String settings() throws IOException {
        return "`" + String.join(" ", options) + "`";
    }

    /** The legacy client, unless this is a port of it. */
    Asker asker(Legacy legacy) throws IOException {
        return legacy.asker();
    }
}
