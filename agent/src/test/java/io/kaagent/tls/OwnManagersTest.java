package io.kaagent.tls;

import static io.kaagent.tls.Material.context;
import static io.kaagent.tls.Material.factory;
import static io.kaagent.tls.Same.different;
import static io.kaagent.tls.Same.same;
import static io.kaagent.tls.Same.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
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
    void aStaticFieldThatMayChangeIsState() {
        unproved(factory(null, new WithStatic()), factory(null, new WithStatic()), "has state (static field strict)");
    }

    @Test
    void constantsAndASingleInstanceAreNot() {
        same(factory(null, new Singleton()), factory(null, new Singleton()));
        same(factory(null, Singleton.INSTANCE), factory(null, Singleton.INSTANCE));
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

    private static KeyManager[] keys(KeyManager manager) {
        return new KeyManager[] {manager};
    }

    private static TrustManager anonymous() {
        return new TrustAll() {};
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

    private static final class WithStatic extends TrustAll {
        static boolean strict;
    }

    private static final class Singleton extends TrustAll {
        static final Singleton INSTANCE = new Singleton();
        static final X509Certificate[] NONE = {};
        static final String NAME = "all";
        static final long serialVersionUID = 1;
    }

    private static final class ChoosingKeys extends NoKeys {
        String alias;
    }
}
