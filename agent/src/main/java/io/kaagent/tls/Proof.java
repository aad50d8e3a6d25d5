package io.kaagent.tls;

import io.kaagent.jdk.SameObject;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * One attempt to say what an object means, part by part. A part that can't be read, or may change without our seeing it, is a gap:
 * then the whole has no meaning.
 *
 * <p>Threading: confined to one thread.
 */
final class Proof {
    /** Objects of an application that are looked at for one meaning. Who has more has something else in mind. */
    private static final int MOST = 50;

    /** They say what was done, and decide nothing. */
    private static final List<String> LOGGERS = Arrays.asList(
            "java.util.logging.Logger",
            "org.apache.commons.logging.Log",
            "org.apache.log4j.Logger",
            "org.apache.logging.log4j.Logger",
            "org.slf4j.Logger");

    private final boolean ofContext;
    private final List<Object> underWay = new ArrayList<Object>();
    private int looked;
    private String gap;
    private boolean passing;

    private Proof(boolean ofContext) {
        this.ofContext = ofContext;
    }

    static Proof ofFactory() {
        return new Proof(false);
    }

    /** Of the managers of a context. One that holds a context itself has no meaning: it might be the one it is in. */
    static Proof ofContext() {
        return new Proof(true);
    }

    /** The first that was found, in words for the user; null if there is none. */
    String gap() {
        return gap;
    }

    /** Whether something was read that the application may change: the same object may mean something else the next time. */
    boolean isPassing() {
        return passing;
    }

    /** Null if a factory is the same as itself only. */
    Meaning factory(Object factory) {
        return JdkTls.isFactory(factory) ? context(JdkTls.contextOf(factory)) : own("socket factory", factory);
    }

    Meaning trust(Object manager) {
        if (JdkTls.isNoTrust(manager)) {
            return new Meaning("no trust manager");
        }
        if (JdkTls.isTrust(manager)) {
            Meaning meaning = JdkTls.trust(manager);
            return meaning != null
                    ? meaning
                    : gap("trust manager " + manager.getClass().getName(), "can't be compared");
        }
        if (JdkTls.isWrappedTrust(manager)) {
            return wrapped("with the JDK's checks", trust(JdkTls.withinTrust(manager)));
        }
        return own("trust manager", manager);
    }

    /** No key manager, and one without a key, are the same to a client. */
    Meaning keys(Object manager) {
        if (JdkTls.isNoKeys(manager)) {
            return new Meaning("keys");
        }
        if (Credentials.isManager(manager)) {
            List<Object> credentials = Credentials.in(manager);
            if (credentials == null) {
                return gap("key manager " + manager.getClass().getName(), "holds keys that can't be compared");
            }
            credentials.add(0, "keys");
            return new Meaning(credentials.toArray());
        }
        if (JdkTls.isWrappedKeys(manager)) {
            return wrapped("for sockets only", keys(JdkTls.withinKeys(manager)));
        }
        return own("key manager", manager);
    }

    /** If nothing can be proved of its managers it is the context itself, as long as it has them. Null for one of another provider. */
    Meaning context(Object context) {
        ContextMeaning meaning = ContextMeaning.of(context);
        if (gap == null) {
            gap = meaning.gap();
        }
        passing = true; // it may be initialised again
        return meaning.meaning();
    }

    /** An object of an application's class. */
    private Meaning own(String role, Object object) {
        String name = object == null ? null : object.getClass().getName();
        if (object == null || ++looked > MOST) {
            return gap(role + " " + name, "can't be compared");
        }
        OwnClass type = OwnClass.of(object);
        if (type.gap() != null) {
            return gap(role + " " + name, type.gap());
        }
        underWay.add(object);
        Object[] parts = new Object[type.fields().size() + 1];
        parts[0] = SameObject.of(object.getClass());
        for (int i = 1; i < parts.length; i++) {
            Field field = type.fields().get(i - 1);
            parts[i] = part(field, valueOf(field, object));
            if (parts[i] == null) {
                return gap(role + " " + name, OwnClass.state(field));
            }
        }
        underWay.remove(underWay.size() - 1);
        return new Meaning(parts);
    }

    /** Null if it may hold anything. */
    private Object part(Field field, Object value) {
        if (value == null) {
            return "null";
        }
        for (int i = 0; i < underWay.size(); i++) {
            if (underWay.get(i) == value) {
                return new Meaning("the object around", i);
            }
        }
        if (value instanceof String || isBoxed(value)) {
            return new Meaning(value);
        }
        if (value instanceof Object[] && ((Object[]) value).length == 0) {
            return new Meaning("empty");
        }
        if (value instanceof String[]) {
            passing = true;
            return new Meaning((Object[]) ((String[]) value).clone());
        }
        if (LOGGERS.contains(field.getType().getName())) {
            return "logger";
        }
        if (value instanceof X509TrustManager) {
            return trust(value);
        }
        if (value instanceof X509KeyManager) {
            return keys(value);
        }
        if (value instanceof SSLSocketFactory) {
            return ofContext ? null : factory(value);
        }
        if (value.getClass() == SSLContext.class) {
            return ofContext || !JdkTls.canLookInto() ? null : context(JdkTls.within((SSLContext) value));
        }
        // What an inner class has of the place it was made in: the object around it, for one, used or not.
        return field.isSynthetic() ? own("where a " + field.getDeclaringClass().getName() + " was made:", value) : null;
    }

    private Meaning gap(String who, String what) {
        if (gap == null) {
            gap = who + " " + what;
        }
        return null;
    }

    private static Meaning wrapped(String how, Meaning meaning) {
        return meaning == null ? null : new Meaning(how, meaning);
    }

    /** All of them are values, and immutable. */
    private static boolean isBoxed(Object value) {
        Class<?> type = value.getClass();
        return type == Boolean.class
                || type == Integer.class
                || type == Long.class
                || type == Short.class
                || type == Byte.class
                || type == Character.class
                || type == Float.class
                || type == Double.class;
    }

    private static Object valueOf(Field field, Object object) {
        try {
            return field.get(object); // of a static field too
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
