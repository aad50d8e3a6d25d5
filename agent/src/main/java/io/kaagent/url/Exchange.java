package io.kaagent.url;

import io.kaagent.pool.Hint;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where one request and its response stand: taken, written, answered, drained. A connection may only go back once the caller who has it
 * has been answered; a give-back at any other moment comes from somebody who no longer owns it, and is ignored.
 *
 * <p>Also collects what decides whether the connection may be shared: a connection that carried NTLM or Negotiate is authenticated
 * as its user for good.
 *
 * <p>Threading: written by the thread that runs the request; drained and given back perhaps by another. Each step is one compare-and-set, from the
 * very answer that it is about: a late comer never gets hold of the next exchange.
 */
final class Exchange {
    private enum Phase {
        TAKEN,
        WRITTEN,
        CUT
    }

    /** A phase; or the {@link Answered} of an exchange whose response is being read; or the {@link Drain} that reads the rest of it. */
    private final AtomicReference<Object> state = new AtomicReference<Object>(Phase.TAKEN);

    private volatile Hint hint = Hint.NONE;
    private volatile boolean boundToUser;
    private volatile Written request = Written.NOTHING;

    void taken() {
        state.set(Phase.TAKEN);
        hint = Hint.NONE;
    }

    void written(Object headers) {
        request = new Written(headers);
        state.set(Phase.WRITTEN);
        if (BoundToUser.isBound(headers)) {
            boundToUser = true;
        }
    }

    void answered(Object headers) {
        String keepAlive = Fields.last(headers, "Keep-Alive");
        hint = keepAlive == null ? Hint.NONE : Hint.parse(keepAlive);
        state.set(new Answered(headers));
    }

    /**
     * True once for each answer: an exchange can't be over a second time.
     *
     * @param ending told who drains it, if it is drained
     */
    boolean over(Ending ending) {
        Object now = state.get();
        if (now instanceof Phase || !state.compareAndSet(now, Phase.TAKEN)) {
            return false;
        }
        if (now instanceof Drain) {
            ending.drainedBy((Drain) now);
        }
        return true;
    }

    /** What comes with the end of an exchange. */
    interface Ending {
        void drainedBy(Drain drain);
    }

    /** The answer whose response is being read by its owner; null if there is none. */
    Answered answer() {
        Object now = state.get();
        return now instanceof Answered ? (Answered) now : null;
    }

    /** Nobody wants the rest of this answer. True for the first who says so, if it is still the one. */
    boolean drain(Answered answer, Drain drain) {
        return state.compareAndSet(answer, drain);
    }

    boolean isDrained() {
        return state.get() instanceof Drain;
    }

    /** There was nobody to do it. */
    void notDrained(Answered answer, Drain drain) {
        state.compareAndSet(drain, answer);
    }

    /**
     * The rest of the answer will not be read; its connection ends.
     *
     * @param of the answer, or who drains it
     * @return false if that is not what the exchange is about any more
     */
    boolean cut(Object of) {
        return state.compareAndSet(of, Phase.CUT);
    }

    /** Whether the rest of its answer may be read for the next request's sake: it comes to an end, and the server has all of the request. */
    boolean mayBeDrained(Answered answer) {
        return !boundToUser && request.isWhole && answer.isOfRequest && !answer.isEndless && !answer.bindsToUser;
    }

    /** What was sent, or is about to be. */
    Written request() {
        return request;
    }

    boolean mayBeShared() {
        return !boundToUser;
    }

    Hint hint() {
        return hint;
    }
}
