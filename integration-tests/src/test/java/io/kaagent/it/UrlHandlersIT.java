package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.UrlHandlers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Applications that make connections to URLs in their own way, with the JDK's classes or without: they get what they get without the agent, over fewer connections. */
@OnEveryJdkAtOnce
class UrlHandlersIT {
    private static final List<String> JDK =
            List.of("sun.net.www.protocol.http.HttpURLConnection", "sun.net.www.protocol.https.HttpsURLConnectionImpl");

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void handlersThatExtendThoseOfTheJdkOrDelegateToThem() throws IOException {
        assertPooled("extending", "delegating", JDK, List.of("handlers.http.Handler$Own", JDK.get(1)));
    }

    /** After handlers of a package that the command line names. */
    @Test
    void handlersWithAConnectionOfTheirOwn() throws IOException {
        assertPooled(
                "own",
                "JDK's",
                List.of("handlers.http.Handler$Own", JDK.get(1)),
                List.of("io.kaagent.it.child.OwnUrlConnection", JDK.get(1)));
    }

    /** @param before the classes of connections, and those when the factory is set */
    private void assertPooled(String http, String https, List<String> before, List<String> after) throws IOException {
        List<String> classes = Stream.concat(before.stream(), after.stream()).toList();
        assertThat(run(AgentJvm.on(jdk), http, https).out()).isEqualTo(with(classes, KindsOfClients.ALONE));
        FinishedJvm finished = run(AgentJvm.on(jdk).agent(), http, https);
        assertThat(finished.out()).isEqualTo(with(classes, KindsOfClients.POOLED));
        assertThat(finished.exit()).isZero();
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }

    private static List<String> with(List<String> classes, List<String> kinds) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < classes.size(); i += 2) {
            lines.addAll(classes.subList(i, i + 2));
            lines.addAll(kinds);
        }
        return lines;
    }

    private FinishedJvm run(AgentJvm jvm, String http, String https) throws IOException {
        if (jdk.isAtLeast(9)) {
            jvm.options(
                    "--add-opens=java.base/java.net=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED");
        }
        if (http.equals("own")) {
            jvm.property("java.protocol.handler.pkgs", "handlers");
        }
        return KindsOfClients.run(jvm.classes(Handlers.compiledTo(directory)), UrlHandlers.class, http, https);
    }
}
