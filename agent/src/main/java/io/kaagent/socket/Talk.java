package io.kaagent.socket;

/**
 * What the two directions of one raw socket know of each other: which requests have gone out, and how their answers are to be read.
 *
 * <p>Threading: {@link #asked} by the thread that writes, {@link #isToHead} and {@link #answered} by the one that reads; the rest by
 * either.
 */
final class Talk {
    /** More requests ahead of their answers than this are followed no further. */
    static final int MOST_AHEAD = 60;

    /** Whoever asks this often on one socket keeps it by itself: to follow it further costs, and would gain nothing. */
    static final int MOST_FOLLOWED = 250;

    private final Settings settings;
    private volatile long toHead;
    private volatile int asked;
    private volatile int answered;
    private volatile boolean opaque;
    private volatile boolean spoiled;
    private volatile boolean waitsForAnswer;
    private volatile boolean mute;
    private volatile boolean unrepeatable;
    private volatile boolean dressed;
    private volatile int learning = -1;
    private volatile int minorVersion;

    Talk(Settings settings) {
        this.settings = settings;
    }

    /** Following has failed. What passes is not followed any more. */
    void failed(RuntimeException defect) {
        settings.defect("following a raw socket", defect);
        turnOpaque();
    }

    /** A request is about to go out: its head is complete. */
    void asked(boolean head) {
        int number = asked;
        if (number - answered >= MOST_AHEAD || number >= MOST_FOLLOWED && !dressed) {
            turnOpaque();
            return;
        }
        long bit = 1L << (number & 63);
        toHead = head ? toHead | bit : toHead & ~bit;
        asked = number + 1;
    }

    /** Whether a request has no answer yet. */
    boolean isAnswerDue() {
        return answered < asked;
    }

    /** Whether that request is a HEAD. */
    boolean isToHead() {
        return (toHead >>> (answered & 63) & 1) != 0;
    }

    void answered() {
        answered = answered + 1;
    }

    boolean wasAsked() {
        return asked > 0;
    }

    boolean isFirst() {
        return asked <= 1;
    }

    /** This is not HTTP/1.x, or no longer, or not for certain: from now on bytes pass, and the connection will be closed. */
    void turnOpaque() {
        opaque = true;
    }

    boolean isOpaque() {
        return opaque;
    }

    /** The owner writes. Of all protocols, one thing is certain: an answer comes after its question. */
    void said() {
        if (!waitsForAnswer) {
            waitsForAnswer = true;
        }
    }

    /** The owner has read something. */
    void heard() {
        if (waitsForAnswer) {
            waitsForAnswer = false;
        }
    }

    boolean waitsForAnswer() {
        return waitsForAnswer;
    }

    /** The connection must not be used again; what is on it can still be told. */
    void spoil() {
        spoiled = true;
    }

    /** The owner has ended its side: whatever connection its request goes out on ends there too. */
    void mute() {
        mute = true;
    }

    boolean isMute() {
        return mute;
    }

    /** The owner has done what can't be done again on another connection. */
    void makeUnrepeatable() {
        unrepeatable = true;
    }

    boolean isUnrepeatable() {
        return unrepeatable;
    }

    /** Whether something was done to the connection that its next owner would notice, whatever the protocol. */
    boolean isTainted() {
        return spoiled;
    }

    boolean isSpoiled() {
        return spoiled || opaque;
    }

    /** The request that goes out now wanted close, and says keep-alive: its answer ends as if the server had closed. */
    void dress(int requestsMinorVersion) {
        minorVersion = requestsMinorVersion;
        dressed = true;
    }

    /** It says close after all. */
    void undress() {
        dressed = false;
    }

    boolean isDressed() {
        return dressed;
    }

    /** The request that goes out now wants close, and says so: its answer tells what the server makes of it. */
    void learnFrom(int requestsMinorVersion) {
        learning = requestsMinorVersion;
    }

    /** The minor version of the request whose answer is to be learned from; below zero: nothing is to be learned. */
    int learning() {
        return learning;
    }

    void stopLearning() {
        learning = -1;
    }

    int minorVersion() {
        return minorVersion;
    }
}
