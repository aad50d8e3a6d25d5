package io.kaagent.socket;

import io.kaagent.http1.CloseHabit;
import io.kaagent.http1.ClosedResponse;
import io.kaagent.http1.HeadBytes;
import io.kaagent.http1.ResponseFraming;
import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * Shows the application the answer it would have got had the server been asked to close: the head as this server writes it then, the
 * body unchunked where it would not have been chunked, and the end of stream where the answer ends.
 *
 * <p>The head passes through an array of ours; the body is read straight into the application's, but for what came with the head.
 *
 * <p>Threading: under the raw socket's read lock.
 */
final class Dressing {

    /** A longer head is shown as it came: a head and what an inbox may hold besides fit into one array. */
    private static final int MOST_HEAD = HeadBytes.MOST - 2 * RawConnection.INBOX;

    private final Link link;
    private final Talk talk;
    private final Source source;
    private final Incoming incoming;
    private final ResponseFraming framing;
    private final Arrivals arrivals;
    private final byte[] inbox;
    private final HeadBytes head = new HeadBytes();
    private boolean begun;
    private boolean unchunked;
    private boolean raw;
    private boolean complete;
    private boolean ended;

    Dressing(Link link, Talk talk, Source source, Incoming incoming, ResponseFraming framing) {
        this.link = link;
        this.talk = talk;
        this.source = source;
        this.incoming = incoming;
        this.framing = framing;
        this.arrivals = new Arrivals(link.current().inbox());
        this.inbox = arrivals.inbox();
    }

    boolean hasEnded() {
        return ended;
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        while (true) {
            if (arrivals.length() > 0) {
                return arrivals.show(bytes, from, length);
            }
            if (complete) {
                ended = true;
                return -1;
            }
            if (raw) {
                return source.read(bytes, from, length);
            }
            int got = isInHead() ? fill(inbox.length) : readBody(bytes, from, length);
            if (got != 0) {
                return got;
            }
        }
    }

    int available() throws IOException {
        while (true) {
            if (arrivals.length() > 0 || complete) {
                return arrivals.length();
            }
            int there = source.available();
            if (raw || there <= 0) {
                return Math.max(0, there);
            }
            if (!isInHead() && framing.bodyRemaining() >= 0) {
                return (int) Math.min(there, framing.bodyRemaining());
            }
            if (fill(Math.min(there, inbox.length)) < 0) {
                return 0;
            }
        }
    }

    /** The application reads no more: what is buffered is of no use either. */
    void takeTheRest(int there) throws IOException {
        fill(there);
    }

    private boolean isInHead() {
        return framing.state() != ResponseFraming.BODY;
    }

    /** Reads into the inbox: below zero at the end of the stream, else 0. */
    private int fill(int most) throws IOException {
        arrivals.clearBody();
        int got = receiveIntoInbox(most);
        if (got < 0) {
            if (isInHead() && head.length() > 0) {
                showRaw(0, 0); // it ended within its head: as it came
                return 0;
            }
            return -1;
        }
        arrived(got);
        return 0;
    }

    /** Reset within the head counts as the end here: what has come of it is shown, and the next read is told by the platform. */
    private int receiveIntoInbox(int most) throws IOException {
        try {
            return receive(inbox, 0, most);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (isInHead() && head.length() > 0) {
                return -1;
            }
            throw e;
        }
    }

    /** An answer that has no end without the close was not for us to keep open. */
    private int receive(byte[] bytes, int from, int most) throws IOException {
        try {
            int got = incoming.receive(bytes, from, most);
            if (got < 0 && !framing.endsWithClose() && framing.hasBegun()) {
                link.memory().needsClose();
            }
            return got;
        } catch (SocketTimeoutException e) {
            if (framing.state() == ResponseFraming.BODY) {
                link.memory().needsClose();
            }
            throw e;
        }
    }

    private void arrived(int got) {
        int from = 0;
        while (from < got && isInHead() && !raw && !complete) {
            if (!begun) {
                framing.begin(talk.isToHead());
                begun = true;
            }
            int next = framing.consume(inbox, from, got);
            if (framing.state() == ResponseFraming.UNKNOWN || head.length() + next - from > MOST_HEAD) {
                showRaw(from, got);
                return;
            }
            head.append(inbox, from, next);
            from = next;
            headEnds(from < got);
        }
        if (!raw && !complete && from < got) {
            arrivals.body(from, frame(inbox, from, got));
        }
    }

    private void headEnds(boolean more) {
        if (framing.state() == ResponseFraming.INTERIM) {
            arrivals.add(head);
            head.clear();
        } else if (framing.state() == ResponseFraming.BODY || framing.state() == ResponseFraming.END) {
            CloseHabit habit = link.memory().habit(talk.minorVersion());
            boolean chunks = habit.chunks();
            unchunked = framing.isChunked() && !chunks;
            if (unchunked) {
                link.memory().isUnsure(talk.minorVersion());
            }
            if (framing.willClose()) {
                arrivals.add(head); // it closes all the same
                unchunked = false;
            } else {
                dressHead(habit, !chunks); // a HEAD, too, is told of chunks that a GET would not get
            }
            head.clear();
            if (framing.state() == ResponseFraming.END) {
                complete = true;
                incoming.answered(more);
            }
        }
    }

    private void dressHead(CloseHabit habit, boolean withoutChunks) {
        HeadBytes dressed = new HeadBytes();
        ClosedResponse.rewrite(head.array(), 0, head.length(), habit, withoutChunks, dressed);
        arrivals.add(dressed);
    }

    /** Not HTTP/1.x: as it came, head and all. */
    private void showRaw(int from, int to) {
        arrivals.add(head);
        head.clear();
        arrivals.body(from, to);
        turnRaw();
    }

    private void turnRaw() {
        raw = true;
        link.memory().needsClose();
        talk.turnOpaque();
        link.leave();
    }

    private int readBody(byte[] bytes, int from, int length) throws IOException {
        long remaining = framing.bodyRemaining();
        int got = receive(bytes, from, remaining >= 0 ? (int) Math.min(length, remaining) : length);
        return got <= 0 ? got : frame(bytes, from, from + got) - from;
    }

    /** Returns the index after what is to be shown. */
    private int frame(byte[] bytes, int from, int to) {
        int shownTo = unchunked ? framing.unchunk(bytes, from, to) : framing.consume(bytes, from, to);
        int consumed = unchunked ? framing.consumed() : shownTo;
        if (framing.state() == ResponseFraming.UNKNOWN) {
            turnRaw();
            return unchunked ? shownTo : to;
        }
        if (framing.state() == ResponseFraming.END) {
            complete = true;
            incoming.answered(consumed < to);
        }
        return shownTo;
    }
}
