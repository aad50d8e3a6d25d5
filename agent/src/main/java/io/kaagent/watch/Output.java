package io.kaagent.watch;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes finished lines to SLF4J once it is bound, to {@code System.err} before, and lets nothing escape.
 *
 * <p>Nobody waits for the binding: it loads classes, which may be what the thread that logs, or another one, is in the midst of.
 */
final class Output {
    private static final LineWriter DIRECT = new DirectLines();
    private static final LineWriter UNBOUND = new DirectLines();

    /** DIRECT: not to be bound now. */
    private final AtomicReference<LineWriter> writer = new AtomicReference<LineWriter>(DIRECT);

    /** A System.err that ends in an HTTP client comes back here with a line about itself; that one is dropped. */
    private final ThreadLocal<Boolean> writing = new ThreadLocal<Boolean>();

    /** From now on the first line binds SLF4J. */
    void mayBind() {
        writer.compareAndSet(DIRECT, UNBOUND);
    }

    boolean isBound() {
        LineWriter now = writer.get();
        return now != DIRECT && now != UNBOUND;
    }

    void write(String line, Throwable thrown) {
        try {
            AccessController.doPrivileged(new Line(this, line, thrown));
        } catch (Throwable e) {
            // There is nowhere left to tell it. The caller may be in the midst of a request and must not notice.
        }
    }

    void writeNow(String line, Throwable thrown) {
        LineWriter now = writer.get();
        if (now == UNBOUND && writer.compareAndSet(UNBOUND, DIRECT)) {
            now = bound();
            writer.set(now);
        }
        if (writing.get() == null) {
            writing.set(Boolean.TRUE);
            try {
                writeTo(now, line, thrown);
            } finally {
                writing.remove();
            }
        }
    }

    private void writeTo(LineWriter now, String line, Throwable thrown) {
        try {
            now.write(line, thrown);
        } catch (LinkageError e) {
            writer.set(DIRECT);
            DIRECT.write("WARN SLF4J can't be used for the log any more: " + e, null);
            DIRECT.write(line, thrown);
        }
    }

    private static LineWriter bound() {
        try {
            LineWriter bound = SimpleLines.bind();
            return bound == null ? UNBOUND : bound;
        } catch (Throwable e) {
            // a class that is missing or can't be loaded here: the same lines, without SLF4J
            DIRECT.write("WARN SLF4J can't be used for the log: " + e, null);
            return DIRECT;
        }
    }

    /** Privileged: under a security manager the code of the application that is further up has no say in what we print. */
    private static final class Line implements PrivilegedAction<Void> {
        private final Output output;
        private final String line;
        private final Throwable thrown;

        Line(Output output, String line, Throwable thrown) {
            this.output = output;
            this.line = line;
            this.thrown = thrown;
        }

        @Override
        public Void run() {
            output.writeNow(line, thrown);
            return null;
        }
    }
}
