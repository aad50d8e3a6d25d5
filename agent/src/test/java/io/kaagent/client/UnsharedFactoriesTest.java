package io.kaagent.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Origin;
import io.kaagent.tls.FactoryIdentity;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class UnsharedFactoriesTest {
    private static final Origin ORIGIN = new Origin("https", "host", 443);
    private static final Origin OTHER = new Origin("https", "other", 443);

    private final List<String> told = new ArrayList<>();
    private final UnsharedFactories unshared =
            new UnsharedFactories((origin, count, gap) -> told.add(count + " of " + origin + ": " + gap));

    @Test
    void areToldOfWhenThereAreMany() {
        for (int i = 1; i < UnsharedFactories.MANY; i++) {
            unshared.seen(ORIGIN, stateful());
        }
        assertThat(told).isEmpty();
        unshared.seen(OTHER, stateful());
        assertThat(told).isEmpty();
        unshared.seen(ORIGIN, stateful());
        assertThat(told)
                .containsExactly("10 of https://host:443: socket factory " + Stateful.class.getName()
                        + " has state (field count)");
    }

    @Test
    void oneThatComesBackCountsOnce() {
        Stateful factory = new Stateful();
        for (int i = 0; i < 100; i++) {
            unshared.seen(ORIGIN, FactoryIdentity.proved(factory));
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsProvedOrStrictOrWithoutTlsDoesNotCount() throws Exception {
        for (int i = 0; i < 100; i++) {
            unshared.seen(ORIGIN, null);
            unshared.seen(ORIGIN, FactoryIdentity.strict(new Stateful()));
            unshared.seen(ORIGIN, FactoryIdentity.proved(SSLContext.getDefault().getSocketFactory()));
        }
        assertThat(told).isEmpty();
    }

    private static FactoryIdentity stateful() {
        return FactoryIdentity.proved(new Stateful());
    }

    private static final class Stateful {
        int count;
    }
}
