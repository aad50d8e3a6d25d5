package io.kaagent.socket;

import io.kaagent.http1.HeadBytes;
import io.kaagent.http1.RequestFraming;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * What the application writes. Until a whole HTTP/1.x request line is there, a connection of its own gets every byte at once: it may
 * be any protocol. From then on the head is held back until it is complete, since it may have to say keep-alive in place of close;
 * on a used connection everything is held back until then, for only a complete head tells whether that connection will do.
 *
 * <p>Threading: under the raw socket's write lock.
 */
final class Outgoing {
    /** A body that follows its head in the same write goes out with it, up to so many bytes in all. */
    private static final int TOGETHER = 16384;

    private final Link link;
    private final Talk talk;
    private final RequestFraming framing = new RequestFraming();
    private final Held held = new Held();
    private final CloseRewriting closing;
    private boolean torn;
    private boolean kept;
    private boolean failed;
    private boolean ended;

    Outgoing(Link link, Talk talk) {
        this.link = link;
        this.talk = talk;
        this.closing = new CloseRewriting(link, talk);
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        if (length <= 0 || from < 0 || from > bytes.length - length) {
            link.payload().write(bytes, from, length); // whatever the platform has to say to that
        } else if (talk.isDressed() && state() == RequestFraming.END) {
            writeAfterTheEnd(bytes, from, length);
        } else if (talk.isOpaque()) {
            flush(); // the answer may have turned it opaque in the middle of a head
            talk.said();
            link.payload().write(bytes, from, length);
        } else {
            follow(bytes, from, from + length);
        }
    }

    /** Whether {@link #flushHead} may have something to do. To be asked by any thread, without the lock. */
    boolean isHolding() {
        return held.isWaiting();
    }

    /** The application turns to something else: what is held back goes out as it is. */
    void flushHead() throws IOException {
        if (isInHead() && !held.isAllSent()) {
            torn = true;
            link.replacement().useFresh();
            flush();
        }
    }

    /** The application says that this was all. True if the server need not hear of it, since it was to be asked to close. */
    boolean endsHere() {
        ended = talk.isDressed() && isBetweenRequests();
        return ended;
    }

    /** Whether no byte has been written. */
    boolean isUntouched() {
        return !talk.wasAsked() && held.length() == 0 && !talk.isOpaque();
    }

    /** Whether every request has gone out completely. */
    boolean isBetweenRequests() {
        return state() == RequestFraming.END && held.isAllSent();
    }

    /** Whether all that has gone out on this connection is still here, and may be sent again (RFC 9110, 9.2.2). */
    boolean canRepeat() {
        return kept && talk.isFirst() && !talk.isUnrepeatable();
    }

    /** Sends it again, on the connection that has taken the place of the one it was sent on. */
    void repeat() throws IOException {
        link.dispatch().sends(true);
        held.sendAgain(link);
        if (talk.isMute()) {
            link.payload().shutdownOutput();
        }
    }

    private void writeAfterTheEnd(byte[] bytes, int from, int length) throws IOException {
        if (ended) {
            link.payload().shutdownOutput(); // so that the platform says what it says to writing after that
            link.payload().write(bytes, from, length);
        } else if (link.secured() != null
                && link.secured().custody().decrypted().isAtTheEnd()) {
            link.payload().write(bytes, from, length); // by TLS 1.2 the JDK has said goodbye, too
        }
        // else nothing: a server that was asked to close would have read no further
    }

    private void follow(byte[] bytes, int from, int to) throws IOException {
        int next = from;
        while (next < to) {
            next = isInHead() ? head(bytes, next, to) : body(bytes, next, to);
        }
        if (!isHeldBack()) {
            flush();
        }
    }

    private int consume(byte[] bytes, int from, int to) {
        try {
            return framing.consume(bytes, from, to);
        } catch (RuntimeException e) {
            talk.failed(e); // a defect of ours must not cost the application a byte
            failed = true;
            return to;
        }
    }

    private int state() {
        return failed ? RequestFraming.UNKNOWN : framing.state();
    }

    private boolean isInHead() {
        return state() != RequestFraming.BODY;
    }

    private int head(byte[] bytes, int from, int to) throws IOException {
        if (state() == RequestFraming.END) {
            beginNext();
        }
        boolean inLine = state() == RequestFraming.LINE;
        int next = consume(bytes, from, to);
        if (state() == RequestFraming.UNKNOWN || !held.append(bytes, from, next)) {
            turnOpaque();
            link.payload().write(bytes, from, to - from);
            return to;
        }
        if (inLine && state() != RequestFraming.LINE) {
            link.dispatch().speaksHttp();
        }
        if (state() == RequestFraming.BODY || state() == RequestFraming.END) {
            headComplete();
        }
        return next;
    }

    private void beginNext() throws IOException {
        flush();
        kept = false;
        torn = false;
        held.clear();
    }

    private void headComplete() throws IOException {
        boolean repeatable = framing.isIdempotent() && isSmall();
        link.dispatch().commit(repeatable);
        kept = repeatable && link.connected().wasUsed() && !talk.wasAsked();
        if (framing.isBoundToUser() || talk.isAnswerDue()) {
            talk.spoil(); // of requests ahead of their answers nobody can tell which a server has answered twice
        }
        if (framing.wantsClose() && closing.isRewritten(framing, torn)) {
            held.keepAlive();
        }
        talk.asked(framing.isHead());
        link.dispatch().sends(false);
    }

    /** Whether the whole request can be held, as far as its head tells. */
    private boolean isSmall() {
        return !framing.isChunked() && Math.max(0, framing.contentLength()) <= HeadBytes.MOST - 64 - held.length();
    }

    private int body(byte[] bytes, int from, int to) throws IOException {
        int next = consume(bytes, from, to);
        if (state() == RequestFraming.UNKNOWN) {
            turnOpaque();
            link.payload().write(bytes, from, to - from);
            return to;
        }
        boolean together = kept || !held.isAllSent() && held.length() + next - from <= TOGETHER;
        if (!together || !held.append(bytes, from, next)) {
            flush();
            kept = false;
            link.payload().write(bytes, from, next - from);
        }
        return next;
    }

    private boolean isHeldBack() {
        switch (state()) {
            case RequestFraming.LINE:
                return link.trial().isProvisional();
            case RequestFraming.FIELDS:
                return link.trial().isProvisional() || !torn && link.rewritesClose();
            default:
                return false;
        }
    }

    private void turnOpaque() throws IOException {
        link.replacement().useFresh();
        flush();
        kept = false;
        talk.turnOpaque();
        link.leave();
    }

    /** Sends what is held. */
    private void flush() throws IOException {
        if (!held.isAllSent()) {
            try {
                held.send(link);
            } catch (InterruptedIOException e) {
                talk.spoil();
                throw e; // this thread was interrupted (a virtual one): nothing is wrong with the connection
            } catch (IOException e) {
                if (!canRepeat() || !link.replacement().forWriting()) {
                    talk.spoil();
                    throw e;
                }
                repeat();
            }
        }
        if (!kept && !isInHead()) {
            held.clear();
        }
    }
}
