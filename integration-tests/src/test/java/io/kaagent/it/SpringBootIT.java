package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A service of Spring Boot that asks others by RestTemplate, as an executable jar: from start to end the same as without the agent. */
@OnEveryJdkAtOnce
class SpringBootIT {
    /** The JDK a release was most used on. */
    private static final int JDK_OF_1_5 = 8;

    private static final int JDK_OF_2_7 = 17;
    /** More than the JDK keeps connections for. */
    private static final int THREADS = 10;

    private static final int ROUNDS = 4;

    /** Ended by SIGTERM. */
    private static final int TERMINATED = 143;

    private static final Path JARS = Path.of(System.getProperty("ka.it.springBoot", "spring-boot"));

    @Parameter
    Jdk jdk;

    @Test
    void aServiceAnswersAndEndsTheSameOnFewerConnections() {
        assumeTrue(jdk.feature() == JDK_OF_1_5 || jdk.feature() == JDK_OF_2_7, "no Spring Boot for " + jdk + " here");
        Run without = run(AgentJvm.on(jdk));
        Run with = run(AgentJvm.on(jdk).agent());
        System.out.println(jdk + " without the agent: " + without.figures() + "; with it: " + with.figures());
        assertThat(with.answers()).hasSize(THREADS * ROUNDS * asks("", "").size());
        assertThat(with.answers()).allMatch(Run::isRight);
        for (int i = 0; i < with.answers().size(); i++) {
            String plain = without.answers().get(i);
            boolean lost = !Run.isRight(plain) || with.answers().get(i).startsWith(plain);
            if (jdk.isAtLeast(9) || !lost) { // JDK 8 by itself loses some, or the end of them
                assertThat(with.answers().get(i)).isEqualTo(plain);
            }
        }
        assertThat(with.finished().exit()).isEqualTo(without.finished().exit()).isEqualTo(TERMINATED);
        if (without.answers().stream().allMatch(Run::isRight)) {
            assertThat(with.output()).isEqualTo(without.output());
        } else {
            assertThat(without.output()).containsSubsequence(with.output()); // between them stands what has failed
        }
        assertThat(without.finished().err()).isEmpty();
        assertThat(with.finished().err()).singleElement().asString().matches(BuiltJar.startLine());
        // JDK 8 by itself sends some again, or fails: its finalizers close what they have just put back
        assertThat(with.repeated()).isEmpty();
        // one more each while a body that nobody reads is still being drained
        assertThat(with.http()).isLessThanOrEqualTo(dropped() + 2 * THREADS);
        assertThat(with.https()).isLessThanOrEqualTo(dropped() + 2 * THREADS);
    }

    /** Spring 4 closes no answer that it has not read: to a PUT, and where nobody asks for the body. The collector has to find them. */
    private int dropped() {
        return jdk.feature() == JDK_OF_1_5 ? 2 * THREADS * ROUNDS : 0;
    }

    private Run run(AgentJvm jvm) {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                RestService service =
                        new RestService(jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                                .startJar(
                                        JARS.resolve(jdk.feature() == JDK_OF_1_5 ? "1.5" : "2.7")
                                                .resolve("target/application.jar")
                                                .toAbsolutePath(),
                                        "--server.port=0"))) {
            List<String> answers = service.ask(THREADS, ROUNDS, asks(http.url(""), https.url("")));
            List<String> repeated = new ArrayList<>(http.tally().repeated());
            repeated.addAll(https.tally().repeated());
            return new Run(
                    answers,
                    repeated,
                    service.end(),
                    http.tally().accepted(),
                    https.tally().accepted());
        }
    }

    /** How, and where: an id comes behind. */
    private static List<String[]> asks(String http, String https) {
        List<String[]> asks = new ArrayList<>();
        for (String site : new String[] {http, https}) {
            asks.add(new String[] {"get", site + "body=300"});
            asks.add(new String[] {"get", site + "body=300&chunked"});
            asks.add(new String[] {"get", site + "status=404&body=100"});
            asks.add(new String[] {"get", site + "status=500&body=3000"});
            asks.add(new String[] {"post", site + "a"});
            asks.add(new String[] {"post", site + "status=500"});
            asks.add(new String[] {"put", site + "a"});
            asks.add(new String[] {"put", site + "status=404"});
            asks.add(new String[] {"delete", site + "body=0"});
            asks.add(new String[] {"head", site + "body=100"});
            asks.add(new String[] {"unread", site + "body=3000"});
        }
        return asks;
    }

    private record Run(List<String> answers, List<String> repeated, FinishedJvm finished, int http, int https) {
        /** Whatever it was told: the service has failed otherwise. */
        static boolean isRight(String answer) {
            return answer.startsWith("200 ");
        }

        /**
         * Without what is another time, process or port. Spring maps the methods of a class as the JVM lists them: by where their names lie in
         * its memory.
         */
        List<String> output() {
            List<String> lines = new ArrayList<>(finished.out());
            lines.removeIf(line -> line.contains("Stopping service")); // while another shutdown hook ends the log
            lines.replaceAll(line -> line.replaceAll("\\[\\S*exec-[0-9]+]", "[a thread]")
                    .replaceAll("@[0-9a-f]+", "@")
                    .replaceAll("[0-9.]+", "#")
                    .replaceAll(" +", " "));
            Iterator<String> mapped =
                    lines.stream().filter(Run::isMapping).sorted().iterator();
            lines.replaceAll(line -> isMapping(line) ? mapped.next() : line);
            return lines;
        }

        private static boolean isMapping(String line) {
            return line.contains("RequestMappingHandlerMapping : Mapped ");
        }

        String figures() {
            String started = finished.out().stream()
                    .filter(line -> line.contains("Started RestApplication"))
                    .map(line -> line.substring(line.indexOf("in ")))
                    .findFirst()
                    .orElse("never started");
            return http + " + " + https + " connections, " + repeated.size() + " sent again, " + started;
        }
    }
}
