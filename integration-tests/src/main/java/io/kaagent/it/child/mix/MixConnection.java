package io.kaagent.it.child.mix;

import io.kaagent.it.child.Bodies;
import io.kaagent.it.child.server.Request;
import io.kaagent.it.child.server.Tls;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;

/** One accepted connection, served by one thread. */
final class MixConnection implements Runnable {
    /** After something that nobody has asked for, a client that took it for an answer waits for its end. */
    private static final int GARRULOUS_MILLIS = 50;

    private final Place place;
    private final long seed;
    private final Arrivals arrivals;
    private final Socket plain;
    private final Tls tls;
    private Socket socket;

    /** @param tls null for none */
    MixConnection(Place place, long seed, Arrivals arrivals, Socket plain, Tls tls) {
        this.place = place;
        this.seed = seed;
        this.arrivals = arrivals;
        this.plain = plain;
        this.tls = tls;
    }

    @Override
    public void run() {
        try (Socket below = plain;
                Socket above = tls == null ? below : tls.layered(below)) {
            below.setTcpNoDelay(true);
            socket = above;
            InputStream in = new BufferedInputStream(above.getInputStream());
            boolean more = true;
            while (more) {
                int first = in.read();
                more = first >= 0 && serve(Request.read(in, first));
            }
        } catch (IOException e) {
            // the client went away, or is not waited for any longer: what it saw is told on its side
            return;
        }
    }

    private boolean serve(Request request) throws IOException {
        String[] path = request.target().split("/");
        Case wanted = Case.at(seed, path);
        Reply reply = wanted.reply(
                Integer.parseInt(path[2]), !request.header("authorization").isEmpty());
        check(request, wanted);
        int times = arrivals.arrived(reply);
        if (place == Place.GARRULOUS) {
            socket.setSoTimeout(GARRULOUS_MILLIS);
        }
        if (reply.fault == Fault.NO_ANSWER_AT_FIRST && times == 1) {
            return false;
        }
        return new Delivery(reply, request.asksForClose(), request.is("HEAD"), plain, socket).run();
    }

    private void check(Request request, Case wanted) {
        byte[] body = request.body();
        boolean mayHaveNone = wanted.upload == Upload.NONE || request.is("GET");
        boolean isRight =
                mayHaveNone && body.length == 0 || Arrays.equals(body, Bodies.of(wanted.uploadedId(), wanted.uploaded));
        if (wanted.place != place || !isRight) {
            arrivals.wrong(request.target() + " at " + place + " with " + body.length + " bytes for " + wanted);
        }
    }
}
