package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Origin;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class UnsharedFactoriesTest {
    private static final Origin ORIGIN = new Origin("https", "host", 443);
    private static final Origin OTHER = new Origin("https", "other", 443);

    private final FakeSettings settings = new FakeSettings();
    private final UnsharedFactories unshared = new UnsharedFactories(settings);

    @Test
    void areToldOfWhenThereAreMany() {
        for (int i = 1; i < UnsharedFactories.MANY; i++) {
            unshared.seen(ORIGIN, stateful());
        }
        assertThat(settings.unshared).isEmpty();
        unshared.seen(OTHER, stateful());
        assertThat(settings.unshared).isEmpty();
        unshared.seen(ORIGIN, stateful());
        assertThat(settings.unshared)
                .containsExactly("10 of https://host:443: socket factory " + Stateful.class.getName()
                        + " has state (field count)");
    }

    @Test
    void oneThatComesBackCountsOnce() {
        Stateful factory = new Stateful();
        for (int i = 0; i < 100; i++) {
            unshared.seen(ORIGIN, Handshake.with(factory, true));
        }
        assertThat(settings.unshared).isEmpty();
    }

    @Test
    void whatIsProvedOrStrictOrWithoutTlsDoesNotCount() throws Exception {
        for (int i = 0; i < 100; i++) {
            unshared.seen(ORIGIN, null);
            unshared.seen(ORIGIN, Handshake.with(new Stateful(), false));
            unshared.seen(ORIGIN, Handshake.with(SSLContext.getDefault().getSocketFactory(), true));
        }
        assertThat(settings.unshared).isEmpty();
    }

    private static Handshake stateful() {
        return Handshake.with(new Stateful(), true);
    }

    private static final class Stateful {
        int count;
    }
}
