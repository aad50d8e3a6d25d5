package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * Handlers of URLs that extend those of the JDK, one with a connection that extends the JDK's. These classes are hidden from who compiles for JDK 8 in the
 * usual way.
 */
final class Handlers {
    private static final String HTTP = """
            package handlers.http;

            import java.io.IOException;
            import java.net.URL;
            import java.net.URLConnection;

            public class Handler extends sun.net.www.protocol.http.Handler {
                @Override
                protected URLConnection openConnection(URL url) throws IOException {
                    return new Own(url, this);
                }

                static class Own extends sun.net.www.protocol.http.HttpURLConnection {
                    Own(URL url, sun.net.www.protocol.http.Handler handler) throws IOException {
                        super(url, handler);
                    }
                }
            }
            """;

    private static final String HTTPS = """
            package handlers.https;

            public class Handler extends sun.net.www.protocol.https.Handler {}
            """;

    private Handlers() {}

    /** @return where the classes are: packages {@code handlers.http} and {@code handlers.https} */
    static Path compiledTo(Path directory) throws IOException {
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-source",
                        "8",
                        "-target",
                        "8",
                        "-Xlint:-options",
                        "-XDignore.symbol.file",
                        "-d",
                        directory.toString(),
                        source(directory, "http", HTTP),
                        source(directory, "https", HTTPS));
        assertThat(failed).isZero();
        return directory;
    }

    private static String source(Path directory, String protocol, String text) throws IOException {
        Path sources = Files.createDirectories(directory.resolve(protocol));
        return Files.writeString(sources.resolve("Handler.java"), text).toString();
    }
}
