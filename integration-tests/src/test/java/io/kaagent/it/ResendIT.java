package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The JDK sends a POST once more that its server has read and not answered. */
@OnEveryJdk
class ResendIT {
    private static final String WARNING = "the JDK sent a POST to ";

    @Parameter
    Jdk jdk;

    @Test
    void isToldOf() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).agent("timeout=60000").client();
            assertThat(arrivalsOfPost(client, site)).containsExactly("first", "post", "post");
            List<String> said = client.finish().err();
            assertThat(said).hasSize(2);
            assertThat(said.get(1)).contains(" WARN ").contains(WARNING + site.origin());
        }
    }

    @Test
    void canBeForbidden() {
        try (Site site = ServerJvm.site();
                Site other = ServerJvm.site();
                Site plainSite = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent("timeout=60000,origin.127.0.0.1:" + site.port() + ".resendPost=false")
                        .client()
                        .mayWarnOf(WARNING + other.origin());
                ClientJvm plain = AgentJvm.on(jdk)
                        .property("sun.net.http.retryPost", false)
                        .client()) {
            assertThat(arrivalsOfPost(client, site)).containsExactly("first", "post");
            assertThat(arrivalsOfPost(plain, plainSite)).containsExactly("first", "post");
            assertThat(arrivalsOfPost(client, other)).containsExactly("first", "post", "post");
            assertThat(post(client, site).toString())
                    .isEqualTo(post(plain, plainSite).toString());
        }
    }

    @Test
    void ofOtherMethodsIsNot() {
        try (Site site = ServerJvm.site();
                ClientJvm client =
                        AgentJvm.on(jdk).agent("timeout=60000,resendPost=false").client()) {
            post(client, site);
            client.exchange(Ask.of(site, "body=10").id("before"));
            client.exchange(Ask.of(site, "drop=reused").id("get"));
            assertThat(site.tally().arrivals()).endsWith("before", "get", "get");
        }
    }

    private static List<String> arrivalsOfPost(ClientJvm client, Site site) {
        client.exchange(Ask.of(site, "body=10").id("first"));
        post(client, site);
        return site.tally().arrivals();
    }

    private static Outcome post(ClientJvm client, Site site) {
        return client.exchange(Ask.of(site, "drop=reused").body(30).id("post"));
    }
}
