package io.kaagent.it.child.chaos;

import io.kaagent.it.child.server.Request;
import io.kaagent.it.child.server.Tls;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** One accepted connection, served by one thread. */
final class ChaosConnection implements Runnable {
    private static final int MOST_IDLE_MILLIS = 30;
    private static final int MOST_THOUGHT_MILLIS = 20;
    private static final int MOST_DRIPPED = 60;
    private static final int LONGEST_STALL_MILLIS = 1_000;

    private final Place place;
    private final long seed;
    private final Receipts receipts;
    private final Socket plain;
    private final Tls tls;
    private final Random random;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** @param tls null for none */
    ChaosConnection(Place place, long seed, Receipts receipts, Socket plain, Tls tls, Random random) {
        this.place = place;
        this.seed = seed;
        this.receipts = receipts;
        this.plain = plain;
        this.tls = tls;
        this.random = random;
    }

    /** As a server that dies. */
    void kill(boolean gently) {
        try {
            if (gently) {
                plain.close();
            } else {
                reset();
            }
        } catch (IOException e) {
            return; // closed by its own thread meanwhile
        }
    }

    @Override
    public void run() {
        try (Socket below = plain;
                Socket above = tls == null ? below : tls.layered(below)) {
            below.setTcpNoDelay(true);
            socket = above;
            in = new BufferedInputStream(above.getInputStream());
            out = above.getOutputStream();
            boolean more = true;
            while (more) {
                int first = place == Place.LEAVING ? firstOrLeave() : in.read();
                more = first >= 0 && serve(Request.read(in, first));
            }
        } catch (IOException e) {
            return; // the client went away, or the server did: what came of it is told by the client
        }
    }

    /** -1 once nothing came for as long as an idle connection is kept. */
    private int firstOrLeave() throws IOException {
        socket.setSoTimeout(1 + random.nextInt(MOST_IDLE_MILLIS));
        try {
            int first = in.read();
            socket.setSoTimeout(0);
            return first;
        } catch (SocketTimeoutException e) {
            if (random.nextBoolean()) {
                reset();
            }
            return -1;
        }
    }

    private void reset() throws IOException {
        plain.setSoLinger(true, 0);
        plain.close();
    }

    /** Returns whether the connection lives on. */
    private boolean serve(Request request) throws IOException {
        Plan plan = Plan.at(seed, request.target());
        if (!plan.isEarly()) {
            check(plan, request);
        }
        if (place == Place.MUTE) {
            awaitLeave();
            return false;
        }
        think(plan);
        Script script = new Script(plan, request.asksForClose());
        switch (plan.trouble) {
            case RESET:
                out.write(script.bytes, 0, at(plan, script));
                reset();
                return false;
            case CUT:
                out.write(script.bytes, 0, at(plan, script));
                return false;
            case STALL:
                out.write(script.bytes, 0, at(plan, script));
                awaitLeave();
                return false;
            case HALF_CLOSE:
                out.write(script.bytes);
                socket.shutdownOutput();
                awaitLeave();
                return false;
            case DRIP:
                drip(script.bytes);
                return !script.closes;
            case EARLY:
                out.write(script.bytes);
                if (script.closes || plan.cut % 2 == 0) {
                    return false;
                }
                request.awaitBody(in);
                check(plan, request);
                return true;
            default:
                out.write(script.bytes);
                return !script.closes;
        }
    }

    private void check(Plan plan, Request request) {
        boolean isRight = request.is(plan.method)
                && request.target().equals(plan.target())
                && plan.place == place
                && hasItsBody(plan, request.body());
        if (isRight) {
            receipts.came(plan);
        } else {
            receipts.wrong(request.target() + " at " + place + " with " + request.body().length + " bytes for " + plan);
        }
    }

    private static boolean hasItsBody(Plan plan, byte[] body) {
        return plan.kind == Kind.XML_RPC
                ? ascii(body).contains(ascii(plan.upload()))
                : Arrays.equals(body, plan.upload());
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** How much of it is sent before the trouble begins: often nothing, else any number of bytes. */
    private static int at(Plan plan, Script script) {
        return plan.cut % 3 == 0 ? 0 : (int) ((long) script.bytes.length * plan.cut / 1_000);
    }

    /** As one that may go down meanwhile. */
    private void think(Plan plan) {
        if (place == Place.RESTARTING) {
            ChaosPort.pause(plan.cut % MOST_THOUGHT_MILLIS);
        }
    }

    private void drip(byte[] bytes) throws IOException {
        int dripped = Math.min(bytes.length, MOST_DRIPPED);
        for (int i = 0; i < dripped; i++) {
            out.write(bytes, i, 1);
        }
        out.write(bytes, dripped, bytes.length - dripped);
    }

    /** The client is less patient than this. */
    private void awaitLeave() throws IOException {
        socket.setSoTimeout(LONGEST_STALL_MILLIS);
        while (in.read() >= 0) {
            continue;
        }
    }
}
