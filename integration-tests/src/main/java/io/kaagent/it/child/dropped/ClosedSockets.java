package io.kaagent.it.child.dropped;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;

/**
 * Uses TLS sockets of its own, and drops them, while the JVM's finalizer thread does not get on; and tells how many of them the garbage
 * collector has freed all the same. Argument: where to ask, by https.
 */
public final class ClosedSockets {
    private static final int SOCKETS = 20;

    private ClosedSockets() {}

    public static void main(String[] arguments) throws Exception {
        URL url = new URL(arguments[0]);
        NeverDone.stopFinalizerThread();
        tell("connected", () -> closed(connected(url), url));
        tell("layered", () -> closed(layered(url), url));
        tell("left open", () -> asked(connected(url), url));
    }

    private static void tell(String kind, Use use) throws Exception {
        ReferenceQueue<Socket> freed = new ReferenceQueue<>();
        Set<Object> kept = new HashSet<>();
        for (int i = 0; i < SOCKETS; i++) {
            kept.add(new PhantomReference<>(use.drop(), freed));
        }
        Collector.runUntil(() -> {
            for (Object each = freed.poll(); each != null; each = freed.poll()) {
                kept.remove(each);
            }
            return kept.isEmpty();
        });
        System.out.println(kind + ": " + (SOCKETS - kept.size()) + " of " + SOCKETS);
    }

    private static Socket connected(URL url) throws IOException {
        return factory().createSocket(url.getHost(), url.getPort());
    }

    private static Socket layered(URL url) throws IOException {
        Socket below = new Socket(url.getHost(), url.getPort());
        return factory().createSocket(below, url.getHost(), url.getPort(), true);
    }

    private static SSLSocketFactory factory() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static Socket closed(Socket socket, URL url) throws IOException {
        try (Socket closed = socket) {
            return asked(closed, url);
        }
    }

    /** To the end of the answer. */
    private static Socket asked(Socket socket, URL url) throws IOException {
        String request = "GET " + url.getFile() + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
            continue;
        }
        return socket;
    }

    private interface Use {
        Socket drop() throws IOException;
    }

    /** Who finalizes it waits for ever. */
    private static final class NeverDone {
        private static final CountDownLatch STOPPED = new CountDownLatch(1);

        static void stopFinalizerThread() throws InterruptedException {
            drop();
            Collector.runUntil(() -> STOPPED.getCount() == 0);
            if (STOPPED.getCount() > 0) {
                throw new IllegalStateException("the finalizer thread goes on");
            }
        }

        private static void drop() {
            new NeverDone();
        }

        @Override
        @SuppressWarnings("deprecation")
        protected void finalize() throws InterruptedException {
            STOPPED.countDown();
            new CountDownLatch(1).await();
        }
    }
}
