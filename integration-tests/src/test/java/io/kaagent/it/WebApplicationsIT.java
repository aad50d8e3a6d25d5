package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Web applications that come and go in one container with the agent: none is held back by it, and none is disturbed. */
@OnEveryJdkAtOnce
class WebApplicationsIT {
    private static final int DEPLOYMENTS = Integer.getInteger("ka.it.deployments", 14);

    /** At most one in so many classes is one of the JDK's or the container's own, loaded late, or made for reflection. */
    private static final int OF_THE_JDK = 5;

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void oneIsUndeployedUnderLoadWithoutTheAgent() throws Exception {
        // JDK 8 sends some again, or fails: its finalizers close what they have just put back
        sentAgain(AgentJvm.on(jdk), jdk.isAtLeast(9));
    }

    @Test
    void oneIsUndeployedUnderLoadWithIt() throws Exception {
        assertThat(sentAgain(AgentJvm.on(jdk).agent("log=off"), true)).isEmpty();
    }

    @Test
    void noneIsHeldByFreeConnectionsThatOthersShare() throws Exception {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                WebContainer container = new WebContainer(jdk, AgentJvm.on(jdk).agent("timeout=600000"), directory)) {
            container.deploy("one");
            container.deploy("other");
            for (Ask ask : commonAsks(http, https)) {
                assertThat(container.exchange("one", ask).connection())
                        .isEqualTo(container.exchange("other", ask).connection());
            }
            int open = http.tally().open() + https.tally().open();
            container.undeploy("one");
            container.awaitAlive(1);
            assertThat(http.tally().open() + https.tally().open()).isEqualTo(open);
        }
    }

    @Test
    void nothingIsLeftOfManyDeployments() throws Exception {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                WebContainer container =
                        new WebContainer(jdk, AgentJvm.on(jdk).agent("timeout=500,log=off"), directory)) {
            container.deploy("one");
            redeploy(container, 1, http, https);
            Message first = container.awaitAlive(1);
            redeploy(container, DEPLOYMENTS, http, https);
            Message last = container.awaitAlive(1);
            int loaded = last.number("loaded") - first.number("loaded");
            assertThat(loaded).isGreaterThan(10 * DEPLOYMENTS);
            // the JVM is done with them some time after the collector has found that nobody is
            container.await(look -> look.number("classes") - first.number("classes") < loaded / OF_THE_JDK);
        }
    }

    /** One is undeployed, the other one is not disturbed. Returns the requests that have arrived more than once. */
    private List<String> sentAgain(AgentJvm jvm, boolean neverFails) throws Exception {
        try (Site http = ServerJvm.site();
                Site guarded = ServerJvm.site();
                Site https = ServerJvm.https();
                WebContainer container = new WebContainer(jdk, jvm, directory)) {
            container.deploy("one");
            container.deploy("other");
            List<Ask> asks = asks(http, guarded, https);
            try (WebLoad one = new WebLoad(container, "one", asks, 2);
                    WebLoad other = new WebLoad(container, "other", asks, 2)) {
                one.awaitRounds(2);
                one.mayBeGone();
                container.undeploy("one");
                container.awaitAlive(1);
                other.awaitRounds(1);
                if (neverFails) {
                    assertThat(one.wrong()).isEmpty();
                    assertThat(other.wrong()).isEmpty();
                }
            }
            List<String> again = new ArrayList<>(http.tally().repeated());
            again.addAll(https.tally().repeated());
            return again;
        }
    }

    private void redeploy(WebContainer container, int times, Site http, Site https) {
        for (int i = 0; i < times; i++) {
            container.redeploy("one");
            for (Ask ask : ownAsks(http, https)) {
                assertThat(container.exchange("one", ask).right()).isTrue();
            }
        }
    }

    /** With nothing of the web application's own. */
    private static List<Ask> commonAsks(Site http, Site https) {
        return List.of(
                Ask.of(http, "body=300"),
                Ask.of(http, "body=300&chunked").finish(Finish.DISCONNECT),
                Ask.of(http, "body=300").with("raw", true),
                Ask.of(https, "body=300"),
                Ask.of(https, "body=300").with("factory", "new trusting right"),
                Ask.of(https, "body=300").with("factory", "new trusting right").with("tls", "host and port"));
    }

    /** With objects of its classes in the connection, or with connections that it forgets. */
    private static List<Ask> ownAsks(Site http, Site https) {
        return List.of(
                Ask.of(http, "body=300&status=500").finish(Finish.ABANDON),
                Ask.of(http, "body=100000").finish(Finish.ABANDON),
                Ask.of(https, "body=300").with("factory", "new trust-all"),
                Ask.of(https, "body=300").with("verifier", "own").finish(Finish.DISCONNECT),
                Ask.of(https, "body=300").with("factory", "new trust-all").with("tls", "host and port"));
    }

    /** In all these ways, and some more. Where there is a password a request arrives twice. */
    private List<Ask> asks(Site http, Site guarded, Site https) {
        List<Ask> asks = new ArrayList<>(commonAsks(http, https));
        asks.addAll(ownAsks(http, https));
        asks.add(Ask.of(http, "body=300").body(300));
        asks.add(Ask.of(https, "body=300").with("factory", "new switched on"));
        asks.add(Ask.of(https, "body=300").with("factory", "new protocol TLSv1.2"));
        asks.add(Ask.of(https, "body=300").with("verifier", "new changing 127.0.0.1"));
        asks.add(Ask.of(https, "body=300").with("factory", "new switched on").with("tls", "layered"));
        if (jdk.isAtLeast(9)) {
            asks.add(Ask.of(guarded, "body=300&challenge").with("authenticator", "realm"));
        }
        return asks;
    }
}
