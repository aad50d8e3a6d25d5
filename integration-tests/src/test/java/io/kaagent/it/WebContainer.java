package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.container.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A Tomcat in a JVM of its own, and the web applications in it. Closing it checks that it ends by itself, and that Tomcat has warned of nothing. */
final class WebContainer implements AutoCloseable {
    /** As Tomcat's own start script has them: it looks for leaks there. */
    private static final String[] OPENED = {
        "java.base/java.lang",
        "java.base/java.lang.reflect",
        "java.base/java.io",
        "java.base/java.util",
        "java.base/java.util.concurrent",
        "java.rmi/sun.rmi.transport"
    };

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final ClientJvm jvm;
    private final Path archive;
    private final int port;

    WebContainer(Jdk jdk, AgentJvm options, Path directory) throws IOException {
        options.property("javax.net.ssl.trustStore", Certificates.trustStore())
                .property("sun.io.useCanonCaches", false) // Tomcat wants that
                .property("tomcat.util.scan.StandardJarScanFilter.jarsToSkip", "*.jar")
                .with(Library.TOMCAT);
        for (String opened : jdk.isAtLeast(9) ? OPENED : new String[0]) {
            options.option("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        archive = WebArchive.in(directory);
        jvm = options.client(Container.class, directory.toString());
        port = jvm.tell("port").number("port");
    }

    void deploy(String name) {
        assertStarted(jvm.tell(about("deploy", name).with("archive", archive)));
    }

    /** Its archive has been replaced. */
    void redeploy(String name) {
        assertStarted(jvm.tell(about("redeploy", name)));
    }

    void undeploy(String name) {
        jvm.tell(about("undeploy", name));
    }

    /** Waits until the garbage collector has found the class loaders of all but so many web applications. */
    Message awaitAlive(int count) {
        return await(look -> look.number("alive") == count);
    }

    /** Waits for what is to be seen after some collection. Returns what was. */
    Message await(Predicate<Message> state) {
        Message[] last = new Message[1];
        Await.until(
                () -> {
                    last[0] = jvm.tell("look");
                    return state.test(last[0]);
                },
                () -> last[0]);
        return last[0];
    }

    /** Has a web application ask somebody. Null if it is not there. */
    Outcome exchange(String name, Ask ask) {
        String message = URLEncoder.encode(ask.as("exchange").toString(), StandardCharsets.UTF_8);
        URI uri = URI.create("http://127.0.0.1:" + port + "/" + name + "/exchange?id=" + name + "."
                + ids.incrementAndGet() + "&message=" + message);
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Outcome.of(Message.parse(answer.body())) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        jvm.close();
    }

    private static Message about(String verb, String name) {
        return new Message(verb).with("name", name);
    }

    private static void assertStarted(Message deployed) {
        assertThat(deployed.get("state")).isEqualTo("STARTED");
    }
}
