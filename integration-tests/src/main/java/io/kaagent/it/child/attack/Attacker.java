package io.kaagent.it.child.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** One socket of one client. */
final class Attacker {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int ABANDONED_TO_A_COLLECTION = 5;
    private static final int MOST_IMPATIENT_MILLIS = 10;
    private static final int NANOS_BETWEEN_LOOKS = 200_000;
    private static final int MOST_NANOS_TO_CLOSE = 2_000_000;

    private final Gate gate;
    private final Way way;
    private final boolean isFirst;
    private final Random random;
    private final ExecutorService helpers;
    private final Attempt[] attempts;
    private Socket socket;

    /** @param isFirst whether it is one of those that make the origin known: by the plainest of sockets */
    Attacker(Gate gate, Way way, boolean isFirst, Random random, ExecutorService helpers, Attempt... attempts) {
        this.isFirst = isFirst;
        this.gate = gate;
        this.way = way;
        this.random = random;
        this.helpers = helpers;
        this.attempts = attempts;
    }

    /** All it does, up to the close. */
    void run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try {
            if (way == Way.INTERRUPTED) {
                Thread.currentThread().interrupt();
            }
            socket = gate.connect(isFirst ? null : random);
            socket.setSoTimeout(way == Way.IMPATIENT ? 1 + random.nextInt(MOST_IMPATIENT_MILLIS) : PATIENCE_MILLIS);
            exchange();
        } catch (IOException e) {
            current().failed(e);
        } finally {
            if (socket != null && way != Way.ABANDONED) {
                socket.close();
            }
        }
        if (way == Way.ABANDONED && random.nextInt(ABANDONED_TO_A_COLLECTION) == 0) {
            socket = null;
            System.gc(); // as it would come sooner or later; until then these have their places in the pool
        }
    }

    private void exchange() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        switch (way) {
            case TWO_THREADS:
                readBeside();
                break;
            case PIPELINED:
                write(attempts[0].order().request() + attempts[1].order().request());
                readAll();
                break;
            case CLOSED_UPON:
                Future<?> closing = closeSoon();
                write(attempts[0].order().request());
                try {
                    read(attempts[0]);
                } finally {
                    closing.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                }
                break;
            default:
                for (Attempt attempt : attempts) {
                    write(attempt.order().request());
                    afterWriting();
                    read(attempt);
                }
                afterReading();
        }
    }

    private void afterWriting() throws IOException {
        if (way == Way.HALF_CLOSED) {
            socket.shutdownOutput();
        } else if (way == Way.DEAF) {
            InputStream in = socket.getInputStream();
            socket.shutdownInput();
            int got = in.read(new byte[1]);
            attempts[0].ended();
            if (got > 0) {
                attempts[0].got(new byte[] {0}, 1); // after that there is nothing to be read
            }
        }
    }

    private void afterReading() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        if (way == Way.CLOSED_WHILE_WRITING) {
            Future<?> closing = closeSoon();
            try {
                write(Order.plain("ghost-" + attempts[0].order().id, 1, false, Order.Shape.LENGTH)
                        .request());
            } finally {
                closing.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void write(String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        int piece = way == Way.BYTEWISE ? 1 : random.nextInt(4) == 0 ? 1 + random.nextInt(bytes.length) : bytes.length;
        for (int from = 0; from < bytes.length; from += piece) {
            out.write(bytes, from, Math.min(piece, bytes.length - from));
        }
    }

    private void readAll() throws IOException {
        for (Attempt attempt : attempts) {
            read(attempt);
        }
    }

    private void readBeside() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        InputStream opened = socket.getInputStream();
        Future<?> reading = helpers.submit(() -> {
            try {
                read(attempts[0], opened);
            } catch (IOException e) {
                attempts[0].failed(e);
            }
        });
        for (int i = random.nextInt(50); i > 0; i--) {
            Thread.yield();
        }
        try {
            write(attempts[0].order().request());
        } finally {
            reading.get(2 * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Future<?> closeSoon() {
        int nanos = random.nextInt(MOST_NANOS_TO_CLOSE) >> random.nextInt(12);
        Socket mine = socket;
        return helpers.submit(() -> {
            LockSupport.parkNanos(nanos);
            mine.close();
            return null;
        });
    }

    private void read(Attempt attempt) throws IOException {
        if (!attempt.isOver()) {
            read(attempt, socket.getInputStream());
        }
    }

    private void read(Attempt attempt, InputStream in) throws IOException {
        byte[] bytes = new byte[way == Way.BYTEWISE ? 1 : 4096];
        int enough = way == Way.LEAVING ? attempt.missing() - attempt.half() : 0;
        while (!attempt.isOver() && (way != Way.LEAVING || attempt.missing() > enough)) {
            int got = in.read(bytes, 0, most(attempt, in, bytes.length));
            if (got < 0) {
                attempt.ended();
            } else {
                attempt.got(bytes, got);
            }
        }
    }

    private int most(Attempt attempt, InputStream in, int most) throws IOException {
        int exact = attempt.isComplete() ? 1 : Math.min(most, attempt.missing());
        if (way == Way.POLLING && !attempt.isComplete()) {
            long start = System.nanoTime();
            while (in.available() == 0) {
                if (System.nanoTime() - start > PATIENCE_MILLIS * 1_000_000L) {
                    throw new SocketTimeoutException("nothing available");
                }
                LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
            }
            return Math.min(exact, in.available());
        }
        return way == Way.PLAIN && attempts.length == 1 ? most : exact;
    }

    private Attempt current() {
        for (Attempt attempt : attempts) {
            if (!attempt.isOver()) {
                return attempt;
            }
        }
        return attempts[attempts.length - 1];
    }
}
