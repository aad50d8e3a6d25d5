package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The JDK writes the head of a POST and its body apart; on a pooled connection both go out in one write, as strace shows. */
@OnEveryJdk
class OneWriteIT {
    private static final int REQUESTS = 20;
    private static final int BUFFER = 8192;
    private static final Pattern CONNECT = Pattern.compile("connect\\((\\d+), .*htons\\((\\d+)\\)");

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void aSmallBodyGoesOutWithItsHead() throws IOException {
        assertThat(writes(AgentJvm.on(jdk), ServerJvm.site(), 300)).isEqualTo(2 * REQUESTS);
        assertThat(writes(AgentJvm.on(jdk).agent(), ServerJvm.site(), 300)).isEqualTo(REQUESTS);
    }

    @Test
    void overTlsToo() throws IOException {
        long plain = writes(AgentJvm.on(jdk), ServerJvm.https(), 300);
        assertThat(writes(AgentJvm.on(jdk).agent(), ServerJvm.https(), 300)).isEqualTo(plain - REQUESTS);
    }

    @Test
    void aLargeOneByItselfAsBefore() throws IOException {
        assertThat(writes(AgentJvm.on(jdk).agent(), ServerJvm.site(), 2 * BUFFER))
                .isEqualTo(writes(AgentJvm.on(jdk), ServerJvm.site(), 2 * BUFFER));
    }

    @Test
    void asBeforeWhereItIsSwitchedOffOrNothingIsPooled() throws IOException {
        for (String option : List.of("headWithBody=false", "pool=false")) {
            AgentJvm off = AgentJvm.on(jdk).agent(option);
            assertThat(writes(off, ServerJvm.site(), 300)).as(option).isEqualTo(2 * REQUESTS);
        }
    }

    /** Else what the body's write would meet the read would: the JDK sends again after the one, and not after the other. */
    @Test
    void asBeforeWhereAPostMustNotBeSentAgain() throws IOException {
        AgentJvm ours = AgentJvm.on(jdk).agent("resendPost=false");
        assertThat(writes(ours, ServerJvm.site(), 300)).isEqualTo(2 * REQUESTS);
        AgentJvm theirs = AgentJvm.on(jdk).agent().property("sun.net.http.retryPost", false);
        assertThat(writes(theirs, ServerJvm.site(), 300)).isEqualTo(2 * REQUESTS);
    }

    /** With bodies that just fit into the JDK's buffer beside their head, and that just do not. */
    @Test
    void theBytesAreTheSame() {
        try (Site site = ServerJvm.site();
                Wire wire = new Wire(site.port())) {
            List<String> usual = sent(AgentJvm.on(jdk), site, wire);
            assertThat(usual).singleElement().asString().contains("POST ");
            assertThat(sent(AgentJvm.on(jdk).agent(), site, wire)).isEqualTo(usual);
        }
    }

    private static List<String> sent(AgentJvm jvm, Site site, Wire wire) {
        try (ClientJvm client = jvm.client()) {
            for (int body = 1; body <= 3 * BUFFER; body += body < BUFFER / 2 || body > BUFFER ? 1000 : 50) {
                Ask ask = Ask.of(site, wire.port(), "body=10").method("POST").body(body);
                assertThat(client.exchange(ask)).matches(Outcome::right);
            }
        }
        return wire.take();
    }

    /** How many system calls the requests took on their one connection. */
    private long writes(AgentJvm jvm, Site server, int body) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "needs strace");
        Path trace = Files.createTempFile(directory, "trace", "");
        try (Site site = server) {
            jvm.under("strace", "-f", "-qq", "-s", "0", "-e", "trace=connect,write,sendto", "-o", trace.toString());
            try (ClientJvm client = jvm.client()) {
                Loaded loaded = client.load(Ask.of(site, "body=10").body(body), 1, REQUESTS);
                assertThat(loaded).isEqualTo(Loaded.allRight(REQUESTS));
            }
            assertThat(site.tally().accepted()).isEqualTo(1);
            return writesTo(site.port(), Files.readAllLines(trace));
        }
    }

    private static long writesTo(int port, List<String> trace) {
        String socket = null;
        long writes = 0;
        for (String call : trace) {
            Matcher connect = CONNECT.matcher(call);
            if (connect.find() && connect.group(2).equals(String.valueOf(port))) {
                socket = connect.group(1);
            } else if (socket != null && call.matches("\\d+ +(write|sendto)\\(" + socket + ", .*")) {
                writes++;
            }
        }
        return writes;
    }
}
