package io.kaagent.tls;

import static io.kaagent.tls.Material.factory;
import static io.kaagent.tls.Same.different;
import static io.kaagent.tls.Same.same;
import static io.kaagent.tls.Same.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** Trust managers of an application's own classes that refer to other objects. */
class OwnManagersWithReferencesTest {
    @Test
    void aFinalFieldWithMutableContentIsState() {
        Set<String> pins = new HashSet<>();
        unproved(factory(null, new Pinning(pins)), factory(null, new Pinning(pins)), "has state (field pins)");
    }

    @Test
    void theObjectAroundAnInnerOneCounts() {
        same(factory(null, new Client("a").trust()), factory(null, new Client("a").trust()));
        different(factory(null, new Client("a").trust()), factory(null, new Client("b").trust()));
        ChangingClient client = new ChangingClient();
        unproved(
                factory(null, client.trust()),
                factory(null, client.trust()),
                "where a io.kaagent.tls.OwnManagersWithReferencesTest$ChangingClient$1 was made:"
                        + " io.kaagent.tls.OwnManagersWithReferencesTest$ChangingClient has state (field pin)");
    }

    @Test
    void whatAnInnerOneCapturesCounts() {
        same(factory(null, capturing(0)), factory(null, capturing(0)));
        different(factory(null, capturing(0)), factory(null, capturing(1)));
    }

    @Test
    void aManagerAroundOneOfTheJdkIsWhatThatIs() {
        same(factory(null, around(0)), factory(null, around(0)));
        different(factory(null, around(0)), factory(null, around(1)));
    }

    @Test
    void aManagerThatHoldsItsOwnContextIsNotFollowed() throws Exception {
        WithContext manager = new WithContext();
        manager.context.init(null, new TrustManager[] {manager}, null);
        assertThat(FactoryIdentity.proved(manager.context.getSocketFactory()).gap())
                .contains("has state (field context)");
    }

    @Test
    void objectsWithoutEndAreNotFollowed() {
        Chained chain = null;
        for (int i = 0; i < 1000; i++) {
            chain = new Chained(chain);
        }
        unproved(factory(null, chain), factory(null, chain), "Chained");
    }

    private static Around around(int anchor) {
        return new Around((X509TrustManager) Material.trusting(Material.ANCHORS[anchor])[0]);
    }

    private static TrustManager capturing(int anchor) {
        X509TrustManager captured = (X509TrustManager) Material.trusting(Material.ANCHORS[anchor])[0];
        return new TrustAll() {
            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return captured.getAcceptedIssuers();
            }
        };
    }

    private static final class Client {
        final String pin;

        Client(String pin) {
            this.pin = pin;
        }

        TrustManager trust() {
            return new TrustAll() {
                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type) {
                    chain[0] = chain[pin.length()];
                }
            };
        }
    }

    private static final class ChangingClient {
        String pin = "";

        TrustManager trust() {
            return new TrustAll() {
                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type) {
                    chain[0] = chain[pin.length()];
                }
            };
        }
    }

    private static final class Pinning extends TrustAll {
        final Set<String> pins;

        Pinning(Set<String> pins) {
            this.pins = pins;
        }
    }

    private static final class Around extends TrustAll {
        final X509TrustManager manager;

        Around(X509TrustManager manager) {
            this.manager = manager;
        }
    }

    private static final class WithContext extends TrustAll {
        final SSLContext context;

        WithContext() throws Exception {
            context = SSLContext.getInstance("TLS");
        }
    }

    private static final class Chained extends TrustAll {
        final Chained next;

        Chained(Chained next) {
            this.next = next;
        }
    }
}
