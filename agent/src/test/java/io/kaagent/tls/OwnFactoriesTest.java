package io.kaagent.tls;

import static io.kaagent.tls.Material.ANCHORS;
import static io.kaagent.tls.Material.context;
import static io.kaagent.tls.Material.factory;
import static io.kaagent.tls.Material.trusting;
import static io.kaagent.tls.Same.different;
import static io.kaagent.tls.Same.same;
import static io.kaagent.tls.Same.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** Socket factories of an application's own classes. */
class OwnFactoriesTest {
    @Test
    void oneAroundAnotherIsWhatThatIs() {
        same(new Around(factory(null)), new Around(factory(null)));
        different(new Around(factory(null)), new Around(factory(null, trusting(ANCHORS[0]))));
        different(new Around(factory(null)), factory(null));
        same(new Around(new Around(factory(null))), new Around(new Around(factory(null))));
    }

    @Test
    void oneAroundAContextToo() {
        same(new OfContext(context("TLS", null)), new OfContext(context("TLS", null)));
        different(new OfContext(context("TLS", null)), new OfContext(context("TLSv1.2", null)));
    }

    @Test
    void followsItsContextWhenThatIsInitialisedAnew() throws GeneralSecurityException {
        SSLContext context = context("TLS", null);
        OfContext factory = new OfContext(context);
        FactoryIdentity before = FactoryIdentity.proved(factory);
        context.init(null, trusting(ANCHORS[0]), null);
        assertThat(FactoryIdentity.proved(factory)).isNotEqualTo(before);
    }

    @Test
    void itsProtocolsCountAsTheyAreNow() {
        String[] protocols = {"TLSv1.2"};
        Restricted restricted = new Restricted(factory(null), protocols);
        same(restricted, new Restricted(factory(null), new String[] {"TLSv1.2"}));
        different(restricted, new Restricted(factory(null), new String[] {"TLSv1.3"}));
        different(restricted, new Restricted(factory(null), null));
        FactoryIdentity before = FactoryIdentity.proved(restricted);
        protocols[0] = "TLSv1.3";
        assertThat(FactoryIdentity.proved(restricted)).isNotEqualTo(before);
        same(restricted, new Restricted(factory(null), new String[] {"TLSv1.3"}));
    }

    @Test
    void oneThatMayExchangeItsFactoryIsNotProved() {
        unproved(
                new Exchangeable(),
                new Exchangeable(),
                "socket factory io.kaagent.tls.OwnFactoriesTest$Exchangeable has state (field factory)");
    }

    @Test
    void oneOfWhoseContextNothingIsProvedIsTheSameForThatContextAlone() {
        SSLContext context = context("TLS", Material.keys("NewSunX509", "one", Material.ONE, ANCHORS[0]));
        FactoryIdentity one = FactoryIdentity.proved(new Around(context.getSocketFactory()));
        assertThat(one).isEqualTo(FactoryIdentity.proved(new Around(context.getSocketFactory())));
        assertThat(one.gap()).contains("X509KeyManagerImpl");
    }

    private static class Around extends SSLSocketFactory {
        final SSLSocketFactory factory;

        Around(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return factory.createSocket(socket, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return factory.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return factory.createSocket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return factory.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return factory.createSocket(host, port, local, localPort);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }
    }

    private static final class OfContext extends Around {
        final SSLContext context;

        OfContext(SSLContext context) {
            super(null);
            this.context = context;
        }
    }

    private static final class Restricted extends Around {
        final String[] protocols;

        Restricted(SSLSocketFactory factory, String[] protocols) {
            super(factory);
            this.protocols = protocols;
        }
    }

    private static final class Exchangeable extends Around {
        SSLSocketFactory factory;

        Exchangeable() {
            super(null);
        }
    }
}
