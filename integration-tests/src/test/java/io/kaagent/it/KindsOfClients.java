package io.kaagent.it;

import io.kaagent.it.child.EachKind;
import java.util.List;

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

    /** @param main that hands its arguments on to the application */
    static FinishedJvm run(AgentJvm jvm, Class<?> main) {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https()) {
            return jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                    .run(main, http.url("body=10"), https.url("body=10"));
        }
    }
}
