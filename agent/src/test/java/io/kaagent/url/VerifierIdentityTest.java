package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

class VerifierIdentityTest {
    private static final String ONE = "one.example";
    private static final String OTHER = "other.example";

    @Test
    void aVerifierIsTheSameAsItself() {
        Object verifier = new Mutable(ONE);
        same(verifier, verifier);
        same(null, null);
    }

    @Test
    void noVerifierIsNotTheSameAsSome() {
        different(null, new Stateless());
        different(new Stateless(), null);
    }

    @Test
    void twoWithoutAFieldAreTheSame() {
        same(new Stateless(), new Stateless());
        same(anonymous(), anonymous());
    }

    @Test
    void twoClassesAreDifferentEvenIfOneExtendsTheOther() {
        different(new Stateless(), anonymous());
        different(new Pinned(ONE), new PinnedWithPort(ONE, 443));
    }

    @Test
    void finalFieldsAreComparedByIdentity() {
        same(new Pinned(ONE), new Pinned(ONE));
        different(new Pinned(ONE), new Pinned(OTHER));
        different(
                new Pinned(ONE), new Pinned(new String(ONE))); // equal now, and for ever, but who knows that of a class
        same(new Pinned(null), new Pinned(null));
        different(new Pinned(null), new Pinned(ONE));
    }

    @Test
    void finalPrimitivesAreComparedByValue() {
        same(new PinnedWithPort(ONE, 100_000), new PinnedWithPort(ONE, 100_000));
        different(new PinnedWithPort(ONE, 443), new PinnedWithPort(ONE, 8443));
    }

    @Test
    void inheritedFieldsCountToo() {
        different(new PinnedWithPort(ONE, 443), new PinnedWithPort(OTHER, 443));
        different(new ChildOfMutable(ONE), new ChildOfMutable(ONE));
    }

    @Test
    void aFieldThatMayChangeTellsTwoApart() {
        different(new Mutable(ONE), new Mutable(ONE));
    }

    @Test
    void aLambdaThatCapturesIsComparedByWhatItCaptures() {
        same(accepting(ONE), accepting(ONE));
        different(accepting(ONE), accepting(OTHER));
    }

    @Test
    void aStaticFieldTellsNothing() {
        WithStatic first = new WithStatic();
        WithStatic.last = ONE;
        same(first, new WithStatic());
    }

    @Test
    void twoThatHoldDifferentOuterObjectsAreDifferent() {
        different(new VerifierIdentityTest().inner(), new VerifierIdentityTest().inner());
        same(inner(), inner());
    }

    private static void same(Object one, Object other) {
        assertThat(VerifierIdentity.of(one)).isEqualTo(VerifierIdentity.of(other));
        assertThat(Objects.hashCode(VerifierIdentity.of(one))).isEqualTo(Objects.hashCode(VerifierIdentity.of(other)));
    }

    private static void different(Object one, Object other) {
        assertThat(VerifierIdentity.of(one)).isNotEqualTo(VerifierIdentity.of(other));
    }

    private static HostnameVerifier anonymous() {
        return new HostnameVerifier() {
            @Override
            public boolean verify(String host, SSLSession session) {
                return true;
            }
        };
    }

    private static HostnameVerifier accepting(String name) {
        return (host, session) -> host.equals(name);
    }

    private HostnameVerifier inner() {
        return new HostnameVerifier() {
            @Override
            public boolean verify(String host, SSLSession session) {
                return VerifierIdentityTest.this.hashCode() == 0;
            }
        };
    }

    private static class Stateless implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return true;
        }
    }

    private static class Pinned extends Stateless {
        private final String host;

        Pinned(String host) {
            this.host = host;
        }

        @Override
        public boolean verify(String asked, SSLSession session) {
            return asked.equals(host);
        }
    }

    private static class PinnedWithPort extends Pinned {
        private final int port;

        PinnedWithPort(String host, int port) {
            super(host);
            this.port = port;
        }

        @Override
        public boolean verify(String asked, SSLSession session) {
            return super.verify(asked, session) && session.getPeerPort() == port;
        }
    }

    private static class Mutable extends Stateless {
        private String host;

        Mutable(String host) {
            this.host = host;
        }

        @Override
        public boolean verify(String asked, SSLSession session) {
            return asked.equals(host);
        }
    }

    private static class ChildOfMutable extends Mutable {
        ChildOfMutable(String host) {
            super(host);
        }
    }

    private static class WithStatic extends Stateless {
        static String last = OTHER;
    }
}
