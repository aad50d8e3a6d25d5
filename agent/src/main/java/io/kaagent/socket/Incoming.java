package io.kaagent.socket;

import io.kaagent.http1.HeadBytes;
import io.kaagent.http1.ResponseFraming;
import io.kaagent.jdk.Members;
import io.kaagent.pool.Hint;
import java.io.IOException;
import java.net.Socket;

/**
 * What the application reads. An answer is framed while it passes, straight from the connection into the application's array. Only
 * the answer to a request whose close was kept back is dressed ({@link Dressing}).
 *
 * <p>Threading: under the raw socket's read lock.
 */
final class Incoming {
    /** JDK 8 to 12: after the end of the stream a read looks at nothing else, not even at its arguments. */
    private static final boolean END_COMES_FIRST =
            Members.method("java.net.SocketImpl", "setSocket", Socket.class) != null;

    private final Link link;
    private final Talk talk;
    private final Source source;
    private final ResponseFraming framing = new ResponseFraming();
    private Dressing dressing;
    private HeadBytes lesson;
    private boolean headLearned;
    private boolean begun;

    Incoming(Link link, Talk talk, Source source) {
        this.link = link;
        this.talk = talk;
        this.source = source;
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        if (END_COMES_FIRST && link.secured() == null && hasEnded()) {
            return -1;
        }
        if (length <= 0 || from < 0 || from > bytes.length - length) {
            return source.read(bytes, from, length);
        }
        if (dressing != null) {
            return dressing.read(bytes, from, length);
        }
        if (talk.isDressed()) {
            return dress().read(bytes, from, length);
        }
        if (talk.isOpaque()) {
            return source.readOpaque(bytes, from, length);
        }
        int got = receive(bytes, from, length);
        if (got > 0) {
            try {
                follow(bytes, from, from + got);
            } catch (RuntimeException e) {
                talk.failed(e); // a defect of ours must not cost the application a byte
                link.leave();
            }
        }
        return got;
    }

    /** As much as can be read without waiting, and at times less. */
    int available() throws IOException {
        if (dressing != null || talk.isDressed()) {
            return dress().available();
        }
        return source.available();
    }

    /** Whether the end of stream was shown, which stays whatever happens. */
    boolean hasEnded() {
        return dressing != null && dressing.hasEnded();
    }

    /** Whether every answer has been received completely, and nothing else. */
    boolean isBetweenAnswers() {
        return talk.wasAsked() && !talk.isAnswerDue() && framing.state() == ResponseFraming.END;
    }

    /** Takes what has arrived of an answer whose end the application did not care to read. Never waits. */
    void takeTheRest() throws IOException {
        if (framing.state() != ResponseFraming.BODY || talk.isSpoiled()) {
            return;
        }
        int there = source.available();
        if (there == 0 && link.secured() != null) {
            takeTheRestOf(link.secured());
        } else if (there > 0 && there <= RawConnection.INBOX) {
            takeTheRest(there);
        }
    }

    /** It may have arrived, and not have been decrypted. */
    private void takeTheRestOf(Secured tls) throws IOException {
        tls.custody().decrypted().waitForNothing(true);
        try {
            takeTheRest(RawConnection.INBOX);
        } finally {
            tls.custody().decrypted().waitForNothing(false);
        }
    }

    private void takeTheRest(int there) throws IOException {
        if (dressing != null) {
            dressing.takeTheRest(there);
        } else {
            read(new byte[there], 0, there);
        }
    }

    /** What the last answer promised. */
    Hint hint() {
        return Hint.of(framing.keepAliveTimeout(), framing.keepAliveMax());
    }

    /** Reads from the connection; one that was stale is replaced, if the request can be sent again. */
    int receive(byte[] bytes, int from, int length) throws IOException {
        while (true) {
            int got = source.receive(bytes, from, length, !framing.hasBegun());
            if (got == Source.AGAIN) {
                continue;
            }
            if (got < 0) {
                framing.endOfStream();
                talk.spoil();
                if (framing.state() == ResponseFraming.END) {
                    endLesson();
                }
            }
            return got;
        }
    }

    /**
     * An answer is complete.
     *
     * @param left whether bytes are left that belong to none
     */
    void answered(boolean left) {
        talk.answered();
        link.current().used();
        if (framing.willClose() || framing.isBoundToUser()) {
            talk.spoil();
        }
        if (left) {
            link.memory().sentUnasked();
            talk.spoil();
        }
    }

    private Dressing dress() {
        if (dressing == null) {
            dressing = new Dressing(link, talk, source, this, framing);
        }
        return dressing;
    }

    private void follow(byte[] bytes, int start, int to) {
        int from = start;
        while (from < to) {
            if (isBetween() && !begin()) {
                return;
            }
            boolean inHead = framing.state() != ResponseFraming.BODY;
            int next = framing.consume(bytes, from, to);
            if (framing.state() == ResponseFraming.UNKNOWN) {
                talk.turnOpaque();
                link.leave();
                return;
            }
            if (inHead && !headLearned && talk.learning() >= 0) {
                learn(bytes, from, next);
            }
            if (framing.state() == ResponseFraming.END) {
                answered(false);
                endLesson();
            }
            from = next;
        }
    }

    private boolean isBetween() {
        return framing.state() == ResponseFraming.END || !begun;
    }

    /** False if nobody has asked for these bytes. */
    private boolean begin() {
        if (!talk.isAnswerDue()) {
            if (talk.wasAsked()) {
                link.memory().sentUnasked();
            }
            talk.turnOpaque();
            link.leave();
            return false;
        }
        framing.begin(talk.isToHead());
        begun = true;
        return true;
    }

    private void learn(byte[] bytes, int from, int to) {
        if (lesson == null) {
            lesson = new HeadBytes();
        }
        lesson.append(bytes, from, to);
        if (framing.state() == ResponseFraming.INTERIM) {
            lesson.clear();
        } else {
            headLearned = framing.state() == ResponseFraming.BODY || framing.state() == ResponseFraming.END;
        }
    }

    /** The answer has come to its end, and is one to go by. */
    private void endLesson() {
        if (headLearned) {
            link.memory().learn(talk.learning(), lesson, framing);
            talk.stopLearning();
            headLearned = false;
            lesson = null;
        }
    }
}
