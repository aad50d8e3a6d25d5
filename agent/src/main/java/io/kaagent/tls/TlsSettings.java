package io.kaagent.tls;

import io.kaagent.jdk.Members;
import io.kaagent.jdk.SameObject;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;

/**
 * Everything that decides how a TLS socket of the JDK makes its connection: the trust, keys and checks of its context as {@link
 * FactoryIdentity} proves them, the peer it asks for, and all that its owner has set on it: protocols, cipher suites, names, endpoint
 * identification, algorithm constraints, application protocols. Equal settings make the same connection. Immutable; any thread.
 *
 * <p>Refers to no object of the application's: a selector or a matcher may refer to the socket it was set on, whose drop would never be
 * found as long as the settings are remembered.
 */
public final class TlsSettings {
    private static final String CONFIGURATION = "sun.security.ssl.SSLConfiguration";

    /** What decides, first two lists of what is enabled; {@code handshakeListeners} hear of a handshake, and decide nothing. */
    private static final String[] DECIDING = {
        "enabledProtocols",
        "enabledCipherSuites",
        "userSpecifiedAlgorithmConstraints",
        "clientAuthType",
        "identificationProtocol",
        "serverNames",
        "sniMatchers",
        "applicationProtocols",
        "preferLocalCipherSuites",
        "enableRetransmissions",
        "maximumPacketSize",
        "signatureSchemes",
        "namedGroups",
        "maximumProtocolVersion",
        "isClientMode",
        "enableSessionCreation",
        "socketAPSelector",
        "engineAPSelector",
        "noSniExtension",
        "noSniMatcher"
    };

    private static final JdkClass KNOWN = JdkClass.declaring(CONFIGURATION, with("handshakeListeners", DECIDING));
    private static final Field[] FIELDS = fields();

    /** The last copy of each of the first two. */
    private static final AtomicReferenceArray<EnabledCopy> ENABLED = new AtomicReferenceArray<EnabledCopy>(2);

    private final FactoryIdentity context;
    private final Object host;
    private final Object[] values;
    private final TlsSettings atFirst;

    private TlsSettings(FactoryIdentity context, Object host, Object[] values, TlsSettings atFirst) {
        this.context = context;
        this.host = host;
        this.values = values;
        this.atFirst = atFirst;
    }

    /** Whether this JDK's settings are as we know them. */
    static boolean areKnown() {
        return KNOWN.isKnown();
    }

    /**
     * As they are now.
     *
     * @param proved whether contexts that are proved to be the same are; otherwise only the same object is
     * @param atFirst the settings that the socket had when it was made; null for none
     */
    public static TlsSettings of(SSLSocket socket, boolean proved, TlsSettings atFirst) {
        Object context = JdkSocket.contextOf(socket);
        Object settings = JdkSocket.settingsOf(socket);
        Object[] values = new Object[FIELDS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = FIELDS[i] == null ? null : copy(i, Members.get(FIELDS[i], settings));
        }
        return new TlsSettings(identity(context, proved), JdkSocket.hostOf(socket), values, atFirst);
    }

    /** What they were when the socket was made. */
    public TlsSettings atFirst() {
        return atFirst;
    }

    /** What is proved of the context. */
    public FactoryIdentity context() {
        return context;
    }

    /**
     * Equal for equal ones, and hardly ever for others: for who only counts, and must not hold what belongs to the application.
     */
    public long fingerprint() {
        long print = 31L * context.fingerprint() + fingerprint(host);
        return 1000003L * print + fingerprint(values);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof TlsSettings)) {
            return false;
        }
        TlsSettings that = (TlsSettings) other;
        return context.equals(that.context)
                && (host == null ? that.host == null : host.equals(that.host))
                && areSame(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * context.hashCode() + (host == null ? 0 : host.hashCode());
    }

    private static FactoryIdentity identity(Object context, boolean proved) {
        return proved ? FactoryIdentity.provedContext(context) : FactoryIdentity.strict(context);
    }

    /** @param field where it stands among those that decide */
    private static Object copy(int field, Object value) {
        if (field >= ENABLED.length() || !(value instanceof List)) {
            return copy(value);
        }
        EnabledCopy last = ENABLED.get(field);
        if (last == null || !last.isOf(value)) {
            last = new EnabledCopy((List<?>) value, copies(((List<?>) value).toArray()));
            ENABLED.set(field, last);
        }
        return last.values();
    }

    /** Lists and arrays may be changed later on. */
    private static Object copy(Object value) {
        if (value instanceof Collection) {
            return copies(((Collection<?>) value).toArray());
        }
        if (value instanceof Object[]) {
            return copies((Object[]) value);
        }
        return isImmutable(value) ? value : SameObject.of(value);
    }

    private static Object[] copies(Object[] values) {
        Object[] copies = new Object[values.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = copy(values[i]);
        }
        return copies;
    }

    /** And refers to nothing. Not all that is of the JDK's own classes: a function that it makes of two refers to both. */
    private static boolean isImmutable(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof SNIHostName
                || value instanceof Enum && value.getClass().getClassLoader() == null;
    }

    private static boolean areSame(Object[] ones, Object[] others) {
        if (ones.length != others.length) {
            return false;
        }
        for (int i = 0; i < ones.length; i++) {
            if (!isSame(ones[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Object[] && other instanceof Object[]) {
            return areSame((Object[]) one, (Object[]) other);
        }
        return one != null && one.equals(other); // no code of the application is run: its objects are not among them
    }

    private static long fingerprint(Object value) {
        if (value instanceof Object[]) {
            long print = 1;
            for (Object each : (Object[]) value) {
                print = 1000003L * print + fingerprint(each);
            }
            return print;
        }
        return value == null ? 0 : value.hashCode();
    }

    private static String[] with(String one, String[] others) {
        String[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = one;
        return all;
    }

    /** With a null for what this JDK does not have. */
    private static Field[] fields() {
        Field[] fields = new Field[DECIDING.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = Members.field(CONFIGURATION, DECIDING[i]);
        }
        return fields;
    }
}
