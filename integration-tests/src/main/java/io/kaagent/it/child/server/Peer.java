package io.kaagent.it.child.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;

/** One accepted connection, served by one thread. */
final class Peer implements Runnable {
    /** How each conversation by TLS begins (RFC 8446, 5.1). */
    private static final int HANDSHAKE_RECORD = 22;

    private static final int RENEGOTIATION_MILLIS = 500;

    private final Site site;
    private final Socket socket;
    private final int number;
    private final Handshake handshake = new Handshake();
    private Socket secured;
    private OutputStream out;
    private boolean idle;
    private int served;

    Peer(Site site, Socket socket, int number) {
        this.site = site;
        this.socket = socket;
        this.number = number;
    }

    @Override
    public void run() {
        try {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(begin());
            if (site.greets()) {
                out.write(Answer.greeting());
                out.flush();
            }
            serve(in);
        } catch (IOException e) {
            // The client went away or broke off the handshake.
            site.tally().brokenOff();
            setIdle(false);
        } finally {
            // Counted first: the other side may open another as soon as it sees this.
            site.gone(this);
            close();
        }
    }

    int number() {
        return number;
    }

    Site site() {
        return site;
    }

    Socket socket() {
        return socket;
    }

    Handshake handshake() {
        return handshake;
    }

    /** What TLS tells of the client, as fields of an answer. */
    String acquaintance() {
        return secured instanceof SSLSocket ? Acquaintance.of((SSLSocket) secured) : "";
    }

    /** Before TLS 1.3: another handshake, in which the client may not fall back on the session that there is. */
    void renegotiate() throws IOException {
        SSLSocket tls = (SSLSocket) secured;
        tls.getSession().invalidate();
        tls.startHandshake();
        tls.setSoTimeout(RENEGOTIATION_MILLIS);
        try {
            // the handshake goes on while somebody reads, and its end is nothing that could be read
            tls.getInputStream().read();
            throw new IOException("another request before the answer");
        } catch (SocketTimeoutException e) {
            tls.setSoTimeout(0);
        }
    }

    /** A response that nobody has asked for, and only so many bytes of its record: the others when the next request comes. */
    void beginUnasked(int bytes) throws IOException {
        ((HaltingSocket) socket).haltAfter(bytes);
        out.write(Answer.STRAY);
        out.flush();
    }

    /** Requests that came over this connection, the present one included. */
    int served() {
        return served;
    }

    synchronized boolean doIfIdle(Deed deed) {
        try {
            if (idle) {
                deed.on(socket, secured);
            }
            return idle;
        } catch (IOException e) {
            return false; // the client has closed it already
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is heard from now on: by TLS, if that is what the site speaks. */
    private InputStream begin() throws IOException {
        InputStream plain = socket.getInputStream();
        int first = -1;
        if (site.tls() != null && site.tls().isOptional()) {
            first = plain.read();
        }
        InputStream begun = first < 0 ? null : new ByteArrayInputStream(new byte[] {(byte) first});
        if (site.tls() == null || first >= 0 && first != HANDSHAKE_RECORD) {
            secured = socket;
            open(socket.getOutputStream());
            return begun == null ? plain : new SequenceInputStream(begun, plain);
        }
        secured = site.tls().layered(socket, begun, site.tally());
        open(secured.getOutputStream());
        return secured.getInputStream();
    }

    private void serve(InputStream in) throws IOException {
        boolean more = true;
        while (more) {
            int first = awaitRequest(in);
            if (first < 0) {
                return;
            }
            if (first == Socks.VERSION_4 || first == Socks.VERSION_5) {
                more = Socks.through(this, first, in, out);
                continue;
            }
            if (socket instanceof HaltingSocket) {
                ((HaltingSocket) socket).goOn();
            }
            Request request = Request.read(in, first);
            served++;
            more = request.is("CONNECT") ? Tunnel.through(this, request, in, out) : answer(request, in);
        }
    }

    private boolean answer(Request request, InputStream in) throws IOException {
        if (request.wants("auth") && !handshake.isDone(request)) {
            out.write(handshake.challenge(request));
            out.flush();
            return true;
        }
        if (request.wants("early")) {
            boolean more = new Answer(this, request).writeTo(out);
            if (request.wants("goodbye") && !more) {
                secured.close();
                return false;
            }
            request.awaitBody(in);
            site.tally().arrived(request.id());
            return more;
        }
        site.tally().arrived(request.id());
        return new Answer(this, request).writeTo(out);
    }

    /** The first byte of the next request, or -1 if none came. */
    private int awaitRequest(InputStream in) throws IOException {
        setIdle(true);
        socket.setSoTimeout(served > 0 ? site.idleClose() : 0);
        try {
            return in.read();
        } catch (SocketTimeoutException e) {
            return -1;
        } finally {
            setIdle(false);
            if (!socket.isClosed()) {
                socket.setSoTimeout(0);
            }
        }
    }

    private synchronized void open(OutputStream stream) {
        out = stream;
    }

    private synchronized void setIdle(boolean now) {
        idle = now;
    }
}
