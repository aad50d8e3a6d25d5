package io.kaagent.benchmark.pool;

import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.ConnectionPool;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.DuplexConnectionPool;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpDestination;
import org.eclipse.jetty.util.Attachable;
import org.eclipse.jetty.util.Promise;

/** Jetty's pool for HTTP/1.1, one for each origin as its client has them. Nobody waits for it: the client queues requests instead. */
final class Jetty implements Peer {
    private final ConcurrentHashMap<Origin, ConnectionPool> pools = new ConcurrentHashMap<>();
    private final Origin[] origins;

    Jetty(Cell cell) throws Exception {
        HttpClient client = new Client();
        origins = new Origin[cell.origins()];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = new Origin("http", Keys.host(i), Keys.PORT);
            DuplexConnectionPool pool = new DuplexConnectionPool(new HttpDestination(client, origins[i]), cell.most());
            pool.start();
            pools.put(origins[i], pool);
        }
    }

    @Override
    public Object take(int origin) {
        ConnectionPool pool = pools.get(origins[origin]);
        Connection connection = pool.acquire(true);
        while (connection == null) {
            Thread.onSpinWait(); // another thread got the one that was made
            connection = pool.acquire(true);
        }
        return connection;
    }

    @Override
    public void give(int origin, Object taken) {
        pools.get(origins[origin]).release((Connection) taken);
    }

    @SuppressWarnings("try") // its close() may be interrupted; nobody calls it
    private static final class Client extends HttpClient {
        @Override
        public void newConnection(Destination destination, Promise<Connection> promise) {
            promise.succeeded(new Trivial());
        }
    }

    private static final class Trivial implements Connection, Attachable {
        private Object attachment;

        @Override
        public void send(Request request, Response.CompleteListener listener) {}

        @Override
        public void close() {}

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public void setAttachment(Object attachment) {
            this.attachment = attachment;
        }

        @Override
        public Object getAttachment() {
            return attachment;
        }
    }
}
