package io.kaagent.url;

import io.kaagent.config.OriginOptions;
import io.kaagent.jdk.Members;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.lang.reflect.Field;

/**
 * Bodies of error responses (4xx, 5xx) that the application may never read: {@code getInputStream()} has thrown, and most callers leave it
 * at that. Its connection would be lost then, and stay open until the garbage collector comes. So what is small and there is taken
 * in, and with its last byte the connection is free again; {@code getErrorStream()} gives it all the same.
 *
 * <p>Threading: the application's thread, in {@code getInputStream()}, whose lock is held.
 */
final class ErrorBodies {
    private static final Field STATUS = Members.field("java.net.HttpURLConnection", "responseCode");
    private static final Field INPUT = Members.field(JdkConnection.CLASS, "inputStream");
    private static final Field BODY = Members.field("java.io.FilterInputStream", "in");
    private static final int FIRST_ERROR = 400;

    private final Clients clients;
    private final Settings settings;

    ErrorBodies(Clients clients, Settings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /** {@code getInputStream()} has thrown, because of the response or for another reason. */
    void refused(Object connection) {
        InputStream shown = isKnown() ? (InputStream) Members.get(INPUT, connection) : null;
        Object client = shown == null ? null : JdkConnection.client(connection);
        PooledClient pooled = client == null ? null : clients.of(client);
        if (pooled == null || (Integer) Members.get(STATUS, connection) < FIRST_ERROR || !isOfTheJdk(shown)) {
            return;
        }
        OriginOptions options = settings.of(pooled.origin());
        int most = options.errorBodyBytes();
        InputStream body = (InputStream) Members.get(BODY, shown);
        Answered answer = pooled.exchange().answer();
        boolean wanted = most > 0 && answer != null && pooled.exchange().mayBeDrained(answer);
        if (wanted && JdkClient.isKeepingAlive(client) && JdkBody.client(body) == client) {
            TakenIn taken = new TakenIn(body, most);
            Members.set(BODY, shown, taken); // first: another thread may have it already, and read
            taken.isOver = new Arrivals(pooled, client).await(taken, options.errorBodyTimeMillis());
        }
    }

    /**
     * It is about to close its connection, such as in {@code getOutputStream()}, which is too late now. That is not its own any more if all of the body was
     * taken in.
     */
    void disconnecting(Object connection) {
        InputStream shown = isKnown() ? (InputStream) Members.get(INPUT, connection) : null;
        if (shown != null && isOfTheJdk(shown)) {
            Object body = Members.get(BODY, shown);
            if (body instanceof TakenIn && ((TakenIn) body).isOver) {
                JdkConnection.forgetClient(connection);
            }
        }
    }

    private static boolean isKnown() {
        return STATUS != null && INPUT != null && BODY != null;
    }

    /** And not what somebody has put in its place. */
    private static boolean isOfTheJdk(InputStream shown) {
        return shown instanceof FilterInputStream
                && shown.getClass().getName().startsWith(JdkConnection.CLASS)
                && shown.getClass().getClassLoader() == null;
    }
}
