package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Certificates and private keys of the JDK's own classes, which compare themselves by their encoded form. Those of another provider
 * may run anything when they are compared, and are not.
 */
final class Credentials {
    private static final String MANAGER = "sun.security.ssl.SunX509KeyManagerImpl";
    private static final String ENTRY = MANAGER + "$X509Credentials";

    private static final JdkClass CERTIFICATE_MANAGER =
            JdkClass.named(MANAGER, "credentialsMap", "serverAliasCache"); // of the server's side
    private static final JdkClass CERTIFICATE_ENTRY =
            JdkClass.named(ENTRY, "privateKey", "certificates", "issuerX500Principals"); // follow from the certificates
    private static final Field ENTRIES = Members.field(MANAGER, "credentialsMap");
    private static final Field KEY = Members.field(ENTRY, "privateKey");
    private static final Field CHAIN = Members.field(ENTRY, "certificates");

    /** Classes whose objects are no more than their encoded form. Keys in a token or a hardware module are in other packages. */
    private static final List<String> KEYS =
            Arrays.asList("sun.security.ec.", "sun.security.provider.", "sun.security.rsa.");

    private static final List<String> LOADERS =
            Arrays.asList("jdk.internal.loader.ClassLoaders$PlatformClassLoader", "sun.misc.Launcher$ExtClassLoader");

    private Credentials() {}

    /** Whether it is a key manager of the JDK that was filled once from a key store. */
    static boolean isManager(Object keyManager) {
        return CERTIFICATE_MANAGER.isClassOf(keyManager) && ENTRIES != null && KEY != null && CHAIN != null;
    }

    /**
     * In the order in which the manager goes through them: the first that fits is taken. Null if some can't be compared, and an
     * empty list if there are none.
     */
    static List<Object> in(Object manager) {
        List<Object> found = new ArrayList<Object>();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) Members.get(ENTRIES, manager)).entrySet()) {
            Object credentials = entry.getValue();
            if (!(entry.getKey() instanceof String) || !CERTIFICATE_ENTRY.isClassOf(credentials)) {
                return null;
            }
            Object key = Members.get(KEY, credentials);
            List<Object> chain = Arrays.asList((Object[]) Members.get(CHAIN, credentials));
            if (!isKey(key) || !areCertificates(chain)) {
                return null;
            }
            found.add(entry.getKey());
            found.add(key);
            found.add(new Meaning(chain.toArray()));
        }
        return found;
    }

    static boolean areCertificates(Collection<?> objects) {
        for (Object object : objects) {
            if (!isCertificate(object)) {
                return false;
            }
        }
        return true;
    }

    static boolean isCertificate(Object object) {
        return object != null
                && object.getClass().getClassLoader() == null
                && object.getClass().getName().equals("sun.security.x509.X509CertImpl");
    }

    private static boolean isKey(Object object) {
        if (object == null || !isOfTheJdk(object.getClass().getClassLoader())) {
            return false;
        }
        String name = object.getClass().getName();
        for (int i = 0; i < KEYS.size(); i++) {
            if (name.startsWith(KEYS.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheJdk(ClassLoader loader) {
        return loader == null || LOADERS.contains(loader.getClass().getName());
    }
}
