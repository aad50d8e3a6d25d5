package io.kaagent.it.child.dropped;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;

/**
 * Closes TLS sockets of its own while the JVM's finalizer thread does not get on, and tells how many of them the garbage collector has
 * freed all the same. Argument: where to ask, by https.
 */
public final class ClosedSockets {
    private static final int SOCKETS = 20;
    private static final int COLLECTIONS = 20;
    private static final int PAUSE_MILLIS = 20;

    private ClosedSockets() {}

    public static void main(String[] arguments) throws Exception {
        URL url = new URL(arguments[0]);
        NeverDone.stopFinalizerThread();
        System.out.println("connected: " + freed(url, false));
        System.out.println("layered: " + freed(url, true));
    }

    private static String freed(URL url, boolean layered) throws Exception {
        ReferenceQueue<Socket> freed = new ReferenceQueue<>();
        List<Reference<Socket>> sockets = new ArrayList<>();
        for (int i = 0; i < SOCKETS; i++) {
            sockets.add(new PhantomReference<>(closed(url, layered), freed));
        }
        int count = 0;
        for (int i = 0; i < COLLECTIONS && count < SOCKETS; i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS); // the JVM tells of what it has freed on a thread of its own
            while (freed.poll() != null) {
                count++;
            }
        }
        return count + " of " + sockets.size();
    }

    private static Socket closed(URL url, boolean layered) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        String host = url.getHost();
        int port = url.getPort();
        try (Socket socket = layered
                ? factory.createSocket(new Socket(host, port), host, port, true)
                : factory.createSocket(host, port)) {
            String request = "GET " + url.getFile() + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                continue;
            }
            return socket;
        }
    }

    /** Who finalizes it waits for ever. */
    private static final class NeverDone {
        private static final CountDownLatch STOPPED = new CountDownLatch(1);

        static void stopFinalizerThread() throws InterruptedException {
            drop();
            while (STOPPED.getCount() > 0) {
                System.gc();
                Thread.sleep(PAUSE_MILLIS);
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
