package io.kaagent.socket;

import io.kaagent.http1.HeadBytes;

/**
 * What has arrived of a dressed answer, and the application has not read yet: a head as it is to be shown, and what came with it of
 * the body. The inbox is the connection's, from owner to owner; there is nothing in it of use to the next.
 */
final class Arrivals {
    private final byte[] inbox;
    private final HeadBytes head = new HeadBytes();
    private int headFrom;
    private int bodyFrom;
    private int bodyTo;

    Arrivals(byte[] inbox) {
        this.inbox = inbox;
    }

    byte[] inbox() {
        return inbox;
    }

    int length() {
        return head.length() - headFrom + bodyTo - bodyFrom;
    }

    /** The inbox is about to be filled anew: of the body nothing is left. */
    void clearBody() {
        bodyFrom = 0;
        bodyTo = 0;
        if (headFrom == head.length()) {
            head.clear();
            headFrom = 0;
        }
    }

    /** What is in the inbox from here to there is to be shown, after the heads. */
    void body(int from, int to) {
        bodyFrom = from;
        bodyTo = to;
    }

    /** A head, or a part of one, is to be shown. */
    void add(HeadBytes more) {
        head.append(more.array(), 0, more.length());
    }

    int show(byte[] bytes, int from, int length) {
        int ofHead = Math.min(length, head.length() - headFrom);
        System.arraycopy(head.array(), headFrom, bytes, from, ofHead);
        headFrom += ofHead;
        int ofBody = Math.min(length - ofHead, bodyTo - bodyFrom);
        System.arraycopy(inbox, bodyFrom, bytes, from + ofHead, ofBody);
        bodyFrom += ofBody;
        return ofHead + ofBody;
    }
}
