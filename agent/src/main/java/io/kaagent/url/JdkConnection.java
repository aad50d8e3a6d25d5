package io.kaagent.url;

import io.kaagent.jdk.Members;
import java.lang.reflect.Field;

/** What the agent reads of {@code sun.net.www.protocol.http.HttpURLConnection}, the JDK's side of an {@code HttpURLConnection}. */
final class JdkConnection {
    static final String CLASS = "sun.net.www.protocol.http.HttpURLConnection";

    private static final Field CLIENT = Members.field(CLASS, "http");

    private static final Field CONNECTED = Members.field("java.net.URLConnection", "connected");

    private JdkConnection() {}

    /** The {@code HttpClient} it has; null for none. */
    static Object client(Object connection) {
        return CLIENT == null ? null : Members.get(CLIENT, connection);
    }

    /** It has no connection any more. */
    static void forgetClient(Object connection) {
        if (CONNECTED != null) {
            Members.set(CLIENT, connection, null);
            Members.set(CONNECTED, connection, Boolean.FALSE);
        }
    }
}
