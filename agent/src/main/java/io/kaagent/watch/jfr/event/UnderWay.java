package io.kaagent.watch.jfr.event;

/**
 * The event that has begun on a thread and is not over. One at a time: waiting, connecting and the handshake follow each other. Of those that
 * nest, as where a name service asks a server of its own, the outer one loses its duration. What never ends, such as a wait in vain, is
 * forgotten when the next one begins. Each thread has its own.
 */
final class UnderWay {
    private final ThreadLocal<Begun> here = new ThreadLocal<Begun>();

    /** @param connection its number; 0 where there is none yet */
    void begins(ConnectionEvent event, long connection) {
        here.set(new Begun(event, connection));
    }

    /** Null if none of that kind has begun for that connection on this thread. */
    <E extends ConnectionEvent> E over(Class<E> kind, long connection) {
        Begun begun = here.get();
        if (begun == null || begun.connection != connection || !kind.isInstance(begun.event)) {
            return null;
        }
        here.remove();
        return kind.cast(begun.event);
    }

    private static final class Begun {
        final ConnectionEvent event;
        final long connection;

        Begun(ConnectionEvent event, long connection) {
            this.event = event;
            this.connection = connection;
        }
    }
}
