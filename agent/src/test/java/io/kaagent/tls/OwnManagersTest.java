package io.kaagent.tls;

import static io.kaagent.tls.Material.context;
import static io.kaagent.tls.Material.factory;
import static io.kaagent.tls.Same.different;
import static io.kaagent.tls.Same.same;
import static io.kaagent.tls.Same.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** Trust managers and key managers of an application's own classes. */
class OwnManagersTest {
    @Test
    void twoWithoutAFieldAreTheSame() {
        same(factory(null, new TrustAll()), factory(null, new TrustAll()));
        same(factory(null, anonymous()), factory(null, anonymous()));
        different(factory(null, new TrustAll()), factory(null, anonymous()));
        different(factory(null, new TrustAll()), factory(null));
    }

    @Test
    void finalStringsAndNumbersAreComparedByValue() {
        same(factory(null, new Pinned(new String("a"), 1000)), factory(null, new Pinned("a", 1000)));
        different(factory(null, new Pinned("a", 1)), factory(null, new Pinned("b", 1)));
        different(factory(null, new Pinned("a", 1)), factory(null, new Pinned("a", 2)));
        different(factory(null, new Pinned(null, 1)), factory(null, new Pinned("null", 1)));
    }

    @Test
    void aFieldThatMayChangeIsState() {
        unproved(
                factory(null, new Switched()),
                factory(null, new Switched()),
                "trust manager io.kaagent.tls.OwnManagersTest$Switched has state (field on)");
    }

    /** The same manager object tells the second context what it thinks by then. */
    @Test
    void evenOneManagerWithStateIsAskedAgainByAnotherContext() {
        Switched manager = new Switched();
        unproved(factory(null, manager), factory(null, manager), "has state (field on)");
        SSLContext context = context("TLS", null, manager);
        assertThat(FactoryIdentity.proved(context.getSocketFactory()))
                .isEqualTo(FactoryIdentity.proved(context.getSocketFactory()));
    }

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
                "where a io.kaagent.tls.OwnManagersTest$ChangingClient$1 was made:"
                        + " io.kaagent.tls.OwnManagersTest$ChangingClient has state (field pin)");
    }

    @Test
    void whatAnInnerOneCapturesCounts() {
        same(factory(null, capturing(0)), factory(null, capturing(0)));
        different(factory(null, capturing(0)), factory(null, capturing(1)));
    }

    @Test
    void aStaticFieldThatMayChangeIsState() {
        unproved(factory(null, new WithStatic()), factory(null, new WithStatic()), "has state (static field strict)");
    }

    @Test
    void constantsAndASingleInstanceAreNot() {
        same(factory(null, new Singleton()), factory(null, new Singleton()));
        same(factory(null, Singleton.INSTANCE), factory(null, Singleton.INSTANCE));
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

    @Test
    void keyManagersLikewise() {
        same(factory(keys(new NoKeys())), factory(keys(new NoKeys())));
        different(factory(keys(new NoKeys())), factory(null));
        unproved(
                factory(keys(new ChoosingKeys())),
                factory(keys(new ChoosingKeys())),
                "key manager io.kaagent.tls.OwnManagersTest$ChoosingKeys has state (field alias)");
    }

    @Test
    void noMethodOfThemIsCalled() {
        same(factory(null, shy()), factory(null, shy()));
    }

    private static TrustManager shy() {
        return new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
                throw new AssertionError("asked");
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                throw new AssertionError("asked");
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                throw new AssertionError("asked");
            }

            @Override
            public boolean equals(Object other) {
                throw new AssertionError("asked");
            }

            @Override
            public int hashCode() {
                throw new AssertionError("asked");
            }

            @Override
            public String toString() {
                throw new AssertionError("asked");
            }
        };
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

    private static KeyManager[] keys(KeyManager manager) {
        return new KeyManager[] {manager};
    }

    private static TrustManager anonymous() {
        return new TrustAll() {};
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

    private static final class Pinned extends TrustAll {
        final String pin;
        final int port;

        Pinned(String pin, int port) {
            this.pin = pin;
            this.port = port;
        }
    }

    private static final class Switched extends TrustAll {
        boolean on;
    }

    private static final class Pinning extends TrustAll {
        final Set<String> pins;

        Pinning(Set<String> pins) {
            this.pins = pins;
        }
    }

    private static final class WithStatic extends TrustAll {
        static boolean strict;
    }

    private static final class Singleton extends TrustAll {
        static final Singleton INSTANCE = new Singleton();
        static final X509Certificate[] NONE = {};
        static final String NAME = "all";
        static final long serialVersionUID = 1;
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

    private static final class ChoosingKeys extends NoKeys {
        String alias;
    }
}
