package io.kaagent.tls;

import static io.kaagent.tls.Material.ANCHORS;
import static io.kaagent.tls.Material.ONE;
import static io.kaagent.tls.Material.OTHER;
import static io.kaagent.tls.Material.context;
import static io.kaagent.tls.Material.factory;
import static io.kaagent.tls.Material.keys;
import static io.kaagent.tls.Material.noKeys;
import static io.kaagent.tls.Material.trusting;
import static io.kaagent.tls.Same.different;
import static io.kaagent.tls.Same.same;
import static io.kaagent.tls.Same.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.util.Collections;
import java.util.Date;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factories of the JDK, with its own managers. */
class FactoryIdentityTest {
    @Test
    void twoFactoriesOfOneContextAreTheSame() {
        SSLContext context = context("TLS", null);
        same(context.getSocketFactory(), context.getSocketFactory());
    }

    @Test
    void twoContextsWithTheDefaultTrustAreTheSame() {
        same(factory(null), factory(null));
    }

    @Test
    void aSecureRandomMakesNoDifference() throws GeneralSecurityException {
        SSLContext context = context("TLS", null);
        context.init(null, null, new SecureRandom());
        same(factory(null), context.getSocketFactory());
    }

    @Test
    void theAnchorsOfTrustCountAndNotTheirOrder() {
        same(factory(null, trusting(ANCHORS[0], ANCHORS[1])), factory(null, trusting(ANCHORS[1], ANCHORS[0])));
        different(factory(null, trusting(ANCHORS[0])), factory(null, trusting(ANCHORS[1])));
        different(factory(null, trusting(ANCHORS[0])), factory(null, trusting(ANCHORS[0], ANCHORS[1])));
        different(factory(null, trusting(ANCHORS[0])), factory(null));
    }

    @Test
    void theWayOfValidationCounts() throws GeneralSecurityException {
        TrustManagerFactory simple = TrustManagerFactory.getInstance("SunX509");
        simple.init((KeyStore) null);
        different(factory(null), factory(null, simple.getTrustManagers()));
    }

    @Test
    void aContextThatTrustsNobodyIsLikeNoOther() {
        same(factory(null, nobody()), factory(null, nobody()));
        different(factory(null, nobody()), factory(null));
    }

    @Test
    void theKindOfContextCounts() {
        different(factory(null), context("TLSv1.2", null).getSocketFactory());
        same(
                context("TLSv1.2", null).getSocketFactory(),
                context("TLSv1.2", null).getSocketFactory());
    }

    @Test
    void theDefaultContextIsTheSameAsItself() throws GeneralSecurityException {
        same(SSLContext.getDefault().getSocketFactory(), SSLContext.getDefault().getSocketFactory());
        same((SSLSocketFactory) SSLSocketFactory.getDefault(), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Test
    void noKeyIsNoKey() {
        same(factory(null), factory(new KeyManager[0]));
        same(factory(null), factory(noKeys()));
        different(factory(null), factory(keys("SunX509", "one", ONE, ANCHORS[0])));
    }

    @Test
    void aKeyAndItsAliasAndItsCertificatesCount() {
        SSLSocketFactory one = factory(keys("SunX509", "one", ONE, ANCHORS[0]));
        same(one, factory(keys("SunX509", "one", ONE, ANCHORS[0])));
        different(one, factory(keys("SunX509", "one", OTHER, ANCHORS[0])));
        different(one, factory(keys("SunX509", "other", ONE, ANCHORS[0])));
        different(one, factory(keys("SunX509", "one", ONE, ANCHORS[1])));
        different(one, factory(keys("SunX509", "one", ONE, ANCHORS[0], ANCHORS[1])));
    }

    /** It reads the key store at each handshake, and the application has it. */
    @Test
    void aManagerOverALivingKeyStoreIsNotProved() {
        unproved(
                factory(keys("NewSunX509", "one", ONE, ANCHORS[0])),
                factory(keys("NewSunX509", "one", ONE, ANCHORS[0])),
                "key manager sun.security.ssl.X509KeyManagerImpl can't be compared");
    }

    @Test
    void whatCannotBeProvedIsStillSharedByTheFactoriesOfOneContext() {
        SSLContext context = context("TLS", keys("NewSunX509", "one", ONE, ANCHORS[0]));
        assertThat(FactoryIdentity.proved(context.getSocketFactory()))
                .isEqualTo(FactoryIdentity.proved(context.getSocketFactory()));
    }

    @Test
    void aContextThatIsInitialisedAnewIsWhatItIsThen() throws GeneralSecurityException {
        SSLContext context = context("TLS", null, trusting(ANCHORS[0]));
        SSLSocketFactory factory = context.getSocketFactory();
        FactoryIdentity before = FactoryIdentity.proved(factory);
        context.init(null, trusting(ANCHORS[1]), null);
        assertThat(FactoryIdentity.proved(factory)).isNotEqualTo(before);
        same(factory, factory(null, trusting(ANCHORS[1])));
        context.init(null, trusting(ANCHORS[0]), null);
        assertThat(FactoryIdentity.proved(factory)).isEqualTo(before);
    }

    @Test
    void aContextOfWhichNothingIsProvedIsAnotherAfterInitialisation() throws GeneralSecurityException {
        KeyManager[] keys = keys("NewSunX509", "one", ONE, ANCHORS[0]);
        SSLContext context = context("TLS", keys);
        FactoryIdentity before = FactoryIdentity.proved(context.getSocketFactory());
        context.init(keys, trusting(ANCHORS[0]), null);
        assertThat(FactoryIdentity.proved(context.getSocketFactory())).isNotEqualTo(before);
    }

    @Test
    void staplingIsAskedForOrNot() {
        SSLSocketFactory asking = factory(null);
        System.setProperty("jdk.tls.client.enableStatusRequestExtension", "false");
        try {
            different(asking, factory(null));
        } finally {
            System.clearProperty("jdk.tls.client.enableStatusRequestExtension");
        }
    }

    @Test
    void plainParametersOfValidationAreCompared() {
        same(validating(p -> {}), validating(p -> {}));
        same(validating(p -> p.setTargetCertConstraints(new X509CertSelector())), validating(p -> {}));
        different(validating(p -> {}), validating(p -> p.setRevocationEnabled(false)));
        different(validating(p -> {}), validating(p -> p.setMaxPathLength(1)));
        different(validating(p -> {}), validating(p -> p.setExplicitPolicyRequired(true)));
        different(validating(p -> {}), validating(p -> p.setPolicyMappingInhibited(true)));
        different(validating(p -> {}), validating(p -> p.setAnyPolicyInhibited(true)));
        different(validating(p -> {}), validating(p -> p.setPolicyQualifiersRejected(false)));
        different(validating(p -> {}), validating(p -> p.setSigProvider("SunRsaSign")));
        different(validating(p -> {}), validating(p -> p.setInitialPolicies(Set.of("1.2.3"))));
        different(validating(p -> {}), factory(null, trusting(ANCHORS[0])));
    }

    @Test
    void parametersWithMoreInThemAreNot() {
        unproved(validating(p -> p.setDate(new Date())), validating(p -> p.setDate(new Date())), "can't be compared");
        unproved(validating(FactoryIdentityTest::addStore), validating(FactoryIdentityTest::addStore), "X509Trust");
        unproved(validating(FactoryIdentityTest::select), validating(FactoryIdentityTest::select), "X509Trust");
        unproved(
                validating(p -> p.addCertPathChecker(new NoChecker())),
                validating(p -> p.addCertPathChecker(new NoChecker())),
                "X509TrustManagerImpl can't be compared");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void strictIsTheFactoryItself(boolean same) {
        SSLContext context = context("TLS", null);
        SSLSocketFactory one = context.getSocketFactory();
        SSLSocketFactory other = same ? one : context.getSocketFactory();
        assertThat(FactoryIdentity.strict(one).equals(FactoryIdentity.strict(other)))
                .isEqualTo(same);
        assertThat(FactoryIdentity.strict(one).gap()).isNull();
    }

    /** None that the JDK takes for one. */
    private static TrustManager nobody() {
        return new TrustManager() {};
    }

    private static SSLSocketFactory validating(Consumer<PKIXBuilderParameters> change) {
        try {
            PKIXBuilderParameters parameters =
                    new PKIXBuilderParameters(Set.of(new TrustAnchor(ANCHORS[0], null)), null);
            change.accept(parameters);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            return factory(null, factory.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void addStore(PKIXBuilderParameters parameters) {
        try {
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(Collections.emptySet())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void select(PKIXBuilderParameters parameters) {
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(ANCHORS[0]);
        parameters.setTargetCertConstraints(selector);
    }
}
