package io.kaagent.it.child;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.FutureTask;

/** A virtual thread is interrupted while it waits for something to read. */
final class InterruptedRead {
    private InterruptedRead() {}

    /** What it got to see. */
    static Outcome on(Socket socket) throws Exception {
        FutureTask<Outcome> read = new FutureTask<>(() -> read(socket));
        Thread reader = Threads.virtual(read);
        while (reader.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        reader.interrupt();
        return read.get();
    }

    private static Outcome read(Socket socket) {
        try {
            int got = socket.getInputStream().read();
            return Outcome.answered(got, -1, false).withFields(String.valueOf(socket.isClosed()));
        } catch (IOException e) {
            return Outcome.failed(
                    new IOException(e.getClass().getName() + ": " + e.getMessage() + ", closed " + socket.isClosed()));
        }
    }
}
