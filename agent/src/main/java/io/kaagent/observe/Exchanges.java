package io.kaagent.observe;

import io.kaagent.http1.HeadBytes;
import io.kaagent.http1.RequestFraming;
import io.kaagent.http1.ResponseFraming;
import io.kaagent.pool.Hint;

/**
 * What went over one connection, as far as it is HTTP/1.x, and what could have become of the connection when it was closed. Under the
 * lock of its {@link ObservedConnection}.
 */
final class Exchanges {
    private final RequestFraming requests = new RequestFraming();
    private final ResponseFraming responses = new ResponseFraming();
    private int asked;
    private int answered;
    private boolean wrote;
    private boolean begun;
    private boolean toHead;
    private boolean outputEnded;
    private boolean serverEnded;
    private Cause spoiled;

    /** @return whether a head was completed */
    boolean written(byte[] bytes, int start, int to) {
        int before = asked;
        int from = start;
        wrote |= from < to;
        while (from < to && requests.state() != RequestFraming.UNKNOWN) {
            boolean inFields = requests.state() == RequestFraming.FIELDS;
            from = requests.consume(bytes, from, to);
            int state = requests.state();
            if (state == RequestFraming.UNKNOWN) {
                notFollowed();
            } else if (inFields && (state == RequestFraming.BODY || state == RequestFraming.END)) {
                headComplete();
            }
        }
        return asked > before;
    }

    void read(byte[] bytes, int start, int to) {
        int from = start;
        while (from < to && spoiled == null) {
            if (!begun || responses.state() == ResponseFraming.END) {
                if (asked == answered) {
                    notFollowed(); // nobody asked for that
                    return;
                }
                responses.begin(toHead);
                begun = true;
            }
            from = responses.consume(bytes, from, to);
            if (responses.state() == ResponseFraming.UNKNOWN) {
                notFollowed();
            } else if (responses.state() == ResponseFraming.END) {
                answerComplete();
            }
        }
    }

    /** The server has closed. */
    void inputEnded() {
        serverEnded = true;
        if (begun && answered < asked) {
            responses.endOfStream();
            if (responses.state() == ResponseFraming.END) {
                answerComplete();
            }
        }
    }

    void outputEnded() {
        outputEnded = true;
    }

    boolean hasRequests() {
        return asked > 0;
    }

    /** Whether the last request can be sent once more, on another connection (RFC 9110, 9.2.2). */
    boolean isRepeatable() {
        return requests.isIdempotent() && !requests.isChunked() && requests.contentLength() <= HeadBytes.MOST / 2;
    }

    /** Whether the last request asked the server to close in a way that could have been changed. */
    boolean wantedClose() {
        return requests.wantsClose() && requests.canBeKeptAlive();
    }

    Hint hint() {
        return Hint.of(responses.keepAliveTimeout(), responses.keepAliveMax());
    }

    /**
     * Why it could not have been given back, if it is closed now; null if it could.
     *
     * @param rewrites whether a close that the client asks for would have been kept from the server
     * @param drained what is read, at most, of an answer that the application does not read to its end
     */
    Cause verdict(boolean rewrites, long drained) {
        if (!wrote) {
            return Cause.UNUSED;
        }
        if (spoiled != null) {
            return spoiled;
        }
        if (asked == 0) {
            return Cause.NOT_HTTP; // less than a head
        }
        Cause unfinished = unfinished(drained);
        if (unfinished != null) {
            return unfinished;
        }
        boolean kept = rewrites && wantedClose();
        if (requests.wantsClose() && !kept) {
            return Cause.CLIENT_CLOSE;
        }
        if (outputEnded && !kept) {
            return Cause.HALF_CLOSED;
        }
        return kept ? ofKept() : serverEnded || responses.willClose() ? Cause.SERVER_CLOSE : null;
    }

    private Cause unfinished(long drained) {
        if (requests.state() != RequestFraming.END) {
            return Cause.UNANSWERED;
        }
        if (asked == answered) {
            return null;
        }
        if (!begun || responses.state() != ResponseFraming.BODY) {
            return serverEnded ? Cause.SERVER_CLOSE : Cause.UNANSWERED;
        }
        boolean isShort = drained > 0 && (responses.isChunked() || responses.bodyRemaining() <= drained);
        return serverEnded ? Cause.SERVER_CLOSE : isShort && !responses.endsWithClose() ? null : Cause.UNREAD;
    }

    /** It was asked for close, and would have been asked to keep alive: only what has no length without a close speaks against it. */
    private Cause ofKept() {
        boolean needsClose =
                responses.endsWithClose() && (requests.minorVersion() == 0 || responses.minorVersion() == 0);
        return needsClose ? Cause.SERVER_CLOSE : null;
    }

    private void headComplete() {
        asked++;
        toHead = requests.isHead();
        if (requests.isBoundToUser()) {
            spoil(Cause.CREDENTIALS);
        } else if (asked - answered > 1) {
            notFollowed(); // ahead of an answer
        }
    }

    private void answerComplete() {
        answered++;
        if (responses.isBoundToUser()) {
            spoil(Cause.CREDENTIALS);
        }
    }

    private void notFollowed() {
        spoil(asked == 0 ? Cause.NOT_HTTP : Cause.UNFOLLOWED);
    }

    /** From now on requests are only counted. */
    private void spoil(Cause cause) {
        spoiled = spoiled == null ? cause : spoiled;
    }
}
