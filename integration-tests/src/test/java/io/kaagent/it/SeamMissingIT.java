package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A JDK that lacks a method the agent relies on. */
@OnEveryJdk
class SeamMissingIT {
    private static final String HTTP_CLIENT = "sun/net/www/http/HttpClient";
    private static final String CACHE = "sun/net/www/http/KeepAliveCache";

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void withoutThePlaceToGiveBackTheApplicationRunsAsOnAPlainJdk() throws IOException {
        assertOff(CACHE, "put", "(Ljava/net/URL;Ljava/lang/Object;Lsun/net/www/http/HttpClient;)V");
    }

    @Test
    void withoutThePlaceWhereARequestIsWrittenTheApplicationRunsAsOnAPlainJdk() throws IOException {
        assertOff(HTTP_CLIENT, "writeRequests", "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)V");
    }

    private void assertOff(String owner, String method, String descriptor) throws IOException {
        String patch = PatchedJdk.renaming(jdk, owner, method, descriptor, directory);
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished =
                    AgentJvm.on(jdk).agent().option("-Xshare:off").option(patch).run(Hello.class, site.url("body=10"));
            assertThat(finished.out()).containsExactly("hello", "connection 1, connection 2");
            assertThat(finished.exit()).isZero();
            assertThat(finished.err()).allSatisfy(line -> assertThat(line).startsWith("ka-agent"));
            assertThat(String.join("\n", finished.err()))
                    .contains("pooling off")
                    .contains(method)
                    .doesNotContain("pooling on");
        }
    }
}
