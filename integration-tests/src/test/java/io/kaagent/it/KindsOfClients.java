package io.kaagent.it;

import io.kaagent.it.child.EachKind;
import java.util.List;
import java.util.stream.Stream;

/** An application with each kind of client, that ends by itself: what it says without the agent, and what with it. */
final class KindsOfClients {
    static final List<String> ALONE = List.of(
            "url: 4 right over 4", "socket: 4 right over 4", "https: 4 right over 4", "TLS socket: 4 right over 4");

    static final List<String> POOLED = List.of(
            "url: 4 right over 1", "socket: 4 right over 1", "https: 4 right over 1", "TLS socket: 4 right over 1");

    private KindsOfClients() {}

    static FinishedJvm run(AgentJvm jvm) {
        return run(jvm, EachKind.class);
    }

    /** @param main that hands the addresses on to the application, behind what it is given before */
    static FinishedJvm run(AgentJvm jvm, Class<?> main, String... before) {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https()) {
            String[] arguments = Stream.concat(Stream.of(before), Stream.of(http.url("body=10"), https.url("body=10")))
                    .toArray(String[]::new);
            return jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                    .run(main, arguments);
        }
    }
}
