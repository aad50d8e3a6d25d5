package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * What the agent reads of the JDK's own TLS, all of it in {@code sun.security.ssl}: factories, contexts and managers. All names are those
 * of JDK 8 to 25; no field is ever written.
 */
final class JdkTls {
    private static final String PACKAGE = "sun.security.ssl.";
    private static final String FACTORY_NAME = PACKAGE + "SSLSocketFactoryImpl";
    private static final String CONTEXT_NAME = PACKAGE + "SSLContextImpl";
    private static final String TRUST_NAME = PACKAGE + "X509TrustManagerImpl";
    private static final String WRAPPED_TRUST_NAME = PACKAGE + "AbstractTrustManagerWrapper";
    private static final String WRAPPED_KEYS_NAME = PACKAGE + "AbstractKeyManagerWrapper";

    private static final JdkClass FACTORY = JdkClass.named(FACTORY_NAME, "context");
    private static final Field FACTORY_CONTEXT = Members.field(FACTORY_NAME, "context");

    private static final String[] CONTEXT_FIELDS = {
        "keyManager",
        "trustManager",
        "clientEnableStapling",
        "isInitialized", // or there was no factory
        "secureRandom", // where keys come from, not whom they are shared with
        "clientCache", // how sessions are resumed, not how long a connection lives
        "contextLock",
        "ephemeralKeyManager", // the rest is of the server's side
        "serverCache",
        "helloCookieManagerBuilder",
        "serverEnableStapling",
        "statusResponseManager"
    };

    /** Protocols and cipher suites of a context follow from its class: they are static. */
    private static final List<JdkClass> CONTEXTS = Arrays.asList(
            JdkClass.named(CONTEXT_NAME + "$TLSContext", CONTEXT_FIELDS),
            JdkClass.named(CONTEXT_NAME + "$DefaultSSLContext", CONTEXT_FIELDS),
            JdkClass.named(CONTEXT_NAME + "$TLS10Context", CONTEXT_FIELDS),
            JdkClass.named(CONTEXT_NAME + "$TLS11Context", CONTEXT_FIELDS),
            JdkClass.named(CONTEXT_NAME + "$TLS12Context", CONTEXT_FIELDS),
            JdkClass.named(CONTEXT_NAME + "$TLS13Context", CONTEXT_FIELDS));

    private static final Field KEYS = Members.field(CONTEXT_NAME, "keyManager");
    private static final Field TRUST = Members.field(CONTEXT_NAME, "trustManager");
    private static final Field STAPLING = Members.field(CONTEXT_NAME, "clientEnableStapling");

    private static final JdkClass TRUST_MANAGER = JdkClass.named(
            TRUST_NAME,
            "validatorType",
            "trustedCerts",
            "pkixParams",
            "clientValidator", // both are made from the three, when first needed
            "serverValidator",
            "validatorLock");
    private static final Field VALIDATOR_TYPE = Members.field(TRUST_NAME, "validatorType");
    private static final Field TRUSTED = Members.field(TRUST_NAME, "trustedCerts");
    private static final Field PARAMETERS = Members.field(TRUST_NAME, "pkixParams");

    private static final JdkClass WRAPPED_TRUST = JdkClass.named(WRAPPED_TRUST_NAME, "tm");
    private static final Field WITHIN_TRUST = Members.field(WRAPPED_TRUST_NAME, "tm");
    private static final JdkClass WRAPPED_KEYS = JdkClass.named(WRAPPED_KEYS_NAME, "km");
    private static final Field WITHIN_KEYS = Members.field(WRAPPED_KEYS_NAME, "km");
    private static final JdkClass NO_TRUST = JdkClass.named(PACKAGE + "DummyX509TrustManager");
    private static final JdkClass NO_KEYS = JdkClass.named(PACKAGE + "DummyX509KeyManager");

    private static final Field WITHIN_CONTEXT = Members.field("javax.net.ssl.SSLContext", "contextSpi");

    private JdkTls() {}

    static boolean isFactory(Object factory) {
        return FACTORY_CONTEXT != null && FACTORY.isClassOf(factory);
    }

    static Object contextOf(Object factory) {
        return Members.get(FACTORY_CONTEXT, factory);
    }

    /** Whether contexts like this one differ in their managers and in stapling only. */
    static boolean isContext(Object context) {
        if (KEYS == null || TRUST == null || STAPLING == null) {
            return false;
        }
        for (int i = 0; i < CONTEXTS.size(); i++) {
            if (CONTEXTS.get(i).isClassOf(context)) {
                return true;
            }
        }
        return false;
    }

    /** Null before it was initialised. */
    static Object keysOf(Object context) {
        return Members.get(KEYS, context);
    }

    /** Null before it was initialised. */
    static Object trustOf(Object context) {
        return Members.get(TRUST, context);
    }

    /** Read from a system property when it was made. */
    static Object staplingOf(Object context) {
        return Members.get(STAPLING, context);
    }

    static boolean isTrust(Object manager) {
        return VALIDATOR_TYPE != null && TRUSTED != null && PARAMETERS != null && TRUST_MANAGER.isClassOf(manager);
    }

    /** Immutable once it is made. Null if it holds what can't be compared. */
    static Meaning trust(Object manager) {
        Object parameters = Members.get(PARAMETERS, manager);
        Object parametersMeaning = parameters == null ? "none" : PkixParameters.meaning(parameters);
        Collection<?> trusted = (Collection<?>) Members.get(TRUSTED, manager);
        return parametersMeaning == null || !Credentials.areCertificates(trusted)
                ? null
                : new Meaning("trust", Members.get(VALIDATOR_TYPE, manager), asSet(trusted), parametersMeaning);
    }

    static boolean isWrappedTrust(Object manager) {
        return WITHIN_TRUST != null && WRAPPED_TRUST.isClassOf(manager);
    }

    static Object withinTrust(Object wrapper) {
        return Members.get(WITHIN_TRUST, wrapper);
    }

    static boolean isWrappedKeys(Object manager) {
        return WITHIN_KEYS != null && WRAPPED_KEYS.isClassOf(manager);
    }

    static Object withinKeys(Object wrapper) {
        return Members.get(WITHIN_KEYS, wrapper);
    }

    /** What a context has that was given none: it trusts nobody. */
    static boolean isNoTrust(Object manager) {
        return NO_TRUST.isClassOf(manager);
    }

    static boolean isNoKeys(Object manager) {
        return NO_KEYS.isClassOf(manager);
    }

    static boolean canLookInto() {
        return WITHIN_CONTEXT != null;
    }

    static Object within(SSLContext context) {
        return Members.get(WITHIN_CONTEXT, context);
    }

    /** The JDK makes it once and never changes it: the set of the default trust store is the same object most of the time. */
    private static Object asSet(Collection<?> certificates) {
        return certificates.getClass() == HashSet.class ? certificates : new HashSet<Object>(certificates);
    }
}
