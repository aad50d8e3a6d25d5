package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Parameters of path validation that an application gave to a trust manager. Plain ones have a meaning; with a certificate store, a
 * checker, a date or anything to select certificates by they have none. Those are read from the fields, since asking for them
 * clones them, which is application code.
 */
final class PkixParameters {
    private static final String OWNER = "java.security.cert.PKIXParameters";
    private static final JdkClass PARAMETERS = JdkClass.named(
            "java.security.cert.PKIXBuilderParameters",
            "maxPathLength",
            "unmodTrustAnchors",
            "date",
            "certPathCheckers",
            "sigProvider",
            "revocationEnabled",
            "unmodInitialPolicies",
            "explicitPolicyRequired",
            "policyMappingInhibited",
            "anyPolicyInhibited",
            "policyQualifiersRejected",
            "certStores",
            "certSelector");
    private static final Field CHECKERS = Members.field(OWNER, "certPathCheckers");
    private static final Field STORES = Members.field(OWNER, "certStores");
    private static final Field SELECTOR = Members.field(OWNER, "certSelector");
    private static final Field DATE = Members.field(OWNER, "date");

    private PkixParameters() {}

    /** Null if nothing can be proved of them. */
    static Meaning meaning(Object object) {
        if (!isKnown() || !PARAMETERS.isClassOf(object) || !isPlain(object)) {
            return null;
        }
        PKIXBuilderParameters parameters = (PKIXBuilderParameters) object;
        Set<Object> anchors = anchors(parameters.getTrustAnchors());
        return anchors == null
                ? null
                : new Meaning(
                        anchors,
                        new HashSet<Object>(parameters.getInitialPolicies()),
                        parameters.isRevocationEnabled(),
                        parameters.isExplicitPolicyRequired(),
                        parameters.isPolicyMappingInhibited(),
                        parameters.isAnyPolicyInhibited(),
                        parameters.getPolicyQualifiersRejected(),
                        parameters.getSigProvider(),
                        parameters.getMaxPathLength());
    }

    private static boolean isKnown() {
        return CHECKERS != null && STORES != null && SELECTOR != null && DATE != null;
    }

    private static boolean isPlain(Object parameters) {
        return isEmpty(Members.get(CHECKERS, parameters))
                && isEmpty(Members.get(STORES, parameters))
                && Members.get(DATE, parameters) == null
                && selectsAll(Members.get(SELECTOR, parameters));
    }

    /** The JDK copies these lists when they are set. */
    private static boolean isEmpty(Object list) {
        return list == null || ((Collection<?>) list).isEmpty();
    }

    /** Null if one of them is not just a certificate. */
    private static Set<Object> anchors(Set<TrustAnchor> anchors) {
        Set<Object> certificates = new HashSet<Object>();
        for (TrustAnchor anchor : anchors) {
            if (anchor.getClass() != TrustAnchor.class
                    || anchor.getNameConstraints() != null
                    || !Credentials.isCertificate(anchor.getTrustedCert())) {
                return null;
            }
            certificates.add(anchor.getTrustedCert());
        }
        return certificates;
    }

    private static boolean selectsAll(Object object) {
        if (object == null) {
            return true;
        }
        if (object.getClass() != X509CertSelector.class) {
            return false;
        }
        X509CertSelector selector = (X509CertSelector) object;
        return selector.getBasicConstraints() == -1
                && selector.getMatchAllSubjectAltNames()
                && selector.getCertificate() == null
                && selector.getSerialNumber() == null
                && selector.getIssuer() == null
                && selector.getSubject() == null
                && selector.getCertificateValid() == null
                && selector.getKeyUsage() == null
                && selectsAnyName(selector)
                && selectsAnyKey(selector);
    }

    private static boolean selectsAnyName(X509CertSelector selector) {
        try {
            return selector.getSubjectAlternativeNames() == null
                    && selector.getNameConstraints() == null
                    && selector.getPathToNames() == null
                    && selector.getPolicy() == null
                    && selector.getExtendedKeyUsage() == null;
        } catch (RuntimeException e) {
            return false; // it holds names that it can't even show
        }
    }

    private static boolean selectsAnyKey(X509CertSelector selector) {
        return selector.getSubjectKeyIdentifier() == null
                && selector.getAuthorityKeyIdentifier() == null
                && selector.getPrivateKeyValid() == null
                && selector.getSubjectPublicKeyAlgID() == null
                && selector.getSubjectPublicKey() == null;
    }
}
