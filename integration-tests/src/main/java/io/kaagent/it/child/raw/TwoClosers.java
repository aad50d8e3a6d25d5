package io.kaagent.it.child.raw;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Two threads close each TLS socket at the same moment, while a third only asks and closes: whatever goes wrong with a connection that was given
 * back twice, that one may come to feel.
 */
final class TwoClosers {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int PATIENCE_SECONDS = 15;

    private final Set<String> failures = ConcurrentHashMap.newKeySet();
    private final CyclicBarrier together = new CyclicBarrier(2);
    private final int port;

    private TwoClosers(int port) {
        this.port = port;
    }

    /** Answers with what went wrong, each kind once. */
    static Message run(int port, int requests) throws Exception {
        TwoClosers closers = new TwoClosers(port);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "closer");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> bystander = threads.submit(() -> {
            for (int i = 0; i < requests; i++) {
                closers.attempt("bystander", closers::askAndClose);
            }
        });
        for (int i = 0; i < requests; i++) {
            closers.attempt("asker", () -> closers.askAndCloseTwice(threads));
        }
        closers.attempt("end", () -> bystander.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        threads.shutdown();
        return Control.ok().with("failures", String.join("; ", closers.failures));
    }

    private void askAndClose() throws Exception {
        try (Socket socket = socket()) {
            TlsSocketEnds.ask(socket, "");
        }
    }

    private void askAndCloseTwice(ExecutorService threads) throws Exception {
        Socket socket = socket();
        try {
            TlsSocketEnds.ask(socket, "");
        } finally {
            Future<?> other = threads.submit(() -> attempt("close", () -> close(socket)));
            attempt("close", () -> close(socket));
            other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void close(Socket socket) throws Exception {
        together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        socket.close();
    }

    private Socket socket() throws Exception {
        Socket socket = Transport.TLS.socket(Visit.HOST, port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private void attempt(String what, Attempt attempt) {
        try {
            attempt.make();
        } catch (Exception e) {
            failures.add(what + ": " + e);
        }
    }

    private interface Attempt {
        void make() throws Exception;
    }
}
