package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How the work of a legacy client is done. */
enum Way {
    AS_IS("as it is"),
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
    },
    OKHTTP("OkHttp") {
        @Override
        Asker asker(Legacy legacy) {
            return new OkHttpPort();
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
    },
    HAPROXY("HAProxy"),
    NGINX("nginx");

    final String told;
    final List<String> options;

    Way(String told, String... options) {
        this.told = told;
        this.options = Collections.unmodifiableList(Arrays.asList(options));
    }

    boolean sidecar() {
        return this == HAPROXY || this == NGINX;
    }

    /** Whether it is another thing than what is measured anyway. */
    boolean fits(Legacy legacy) {
        return this != TUNED || !legacy.raw();
    }

    /** The legacy client, unless this is a port of it. */
    Asker asker(Legacy legacy) throws IOException {
        return legacy.asker();
    }
}
