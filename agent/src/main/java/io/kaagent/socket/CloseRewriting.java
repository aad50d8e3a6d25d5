package io.kaagent.socket;

import io.kaagent.http1.RequestFraming;

/**
 * What becomes of a close that a request asks for: Connection is between the client and its neighbour, and that is us (RFC 9110, 7.6.1).
 *
 * <p>Threading: under the raw socket's write lock.
 */
final class CloseRewriting {
    private final Link link;
    private final Talk talk;

    CloseRewriting(Link link, Talk talk) {
        this.link = link;
        this.talk = talk;
    }

    /**
     * Whether the request is to say keep-alive in place of close. If not, it says so, and the connection is not used again.
     *
     * @param torn whether part of its head has gone out already
     */
    boolean isRewritten(RequestFraming framing, boolean torn) {
        int version = framing.minorVersion();
        boolean ours = framing.canBeKeptAlive() && !torn && !talk.isAnswerDue() && link.rewritesClose();
        if (ours && !link.memory().mustLearn(version) && dress(version)) {
            return true;
        }
        if (ours) {
            talk.learnFrom(version);
        }
        talk.spoil();
        return false;
    }

    /** A thread that reads already, before the request is out, may take the answer for one that needs no dressing. */
    private boolean dress(int version) {
        talk.dress(version);
        if (link.isBeingRead()) {
            talk.undress();
            return false;
        }
        return true;
    }
}
