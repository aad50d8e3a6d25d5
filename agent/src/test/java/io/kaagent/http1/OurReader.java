package io.kaagent.http1;

import java.util.Arrays;

/** The framing of this package. */
final class OurReader implements StreamReader {
    @Override
    public Reading requests(byte[] stream, int length) {
        Reading reading = new Reading();
        RequestFraming framing = new RequestFraming();
        byte[] bytes = Arrays.copyOf(stream, length);
        ChunkedBody chunks = null;
        int i = 0;
        while (i < length) {
            int before = framing.state();
            int from = i;
            i = framing.consume(stream, i, length);
            if (before == RequestFraming.BODY && chunks == null) {
                reading.payload(stream, from, i);
            } else if (before == RequestFraming.BODY) {
                chunks.consume(bytes, from, i, true);
                reading.payload(bytes, from, chunks.payloadEnd());
            } else if (framing.state() == RequestFraming.BODY) {
                chunks = framing.isChunked() ? new ChunkedBody() : null;
                if (chunks != null) {
                    chunks.begin();
                }
            }
            if (framing.state() == RequestFraming.END) {
                reading.endMessage(!framing.wantsClose(), i);
                chunks = null;
            }
        }
        boolean untouched = framing.state() == RequestFraming.END || length == 0;
        boolean refused = framing.state() == RequestFraming.UNKNOWN;
        reading.end = untouched ? Reading.BETWEEN : refused ? Reading.REFUSED : Reading.WITHIN;
        return reading;
    }

    @Override
    public Reading responses(byte[] stream, int length, boolean[] toHead) {
        Reading reading = new Reading();
        ResponseFraming framing = new ResponseFraming();
        byte[] bytes = Arrays.copyOf(stream, length);
        framing.begin(isToHead(toHead, 0));
        int i = 0;
        while (i < length) {
            if (framing.state() == ResponseFraming.END) {
                framing.begin(isToHead(toHead, reading.complete()));
            }
            int from = i;
            boolean body = framing.state() == ResponseFraming.BODY;
            if (body && framing.isChunked()) {
                reading.payload(bytes, from, framing.unchunk(bytes, from, length));
                i = framing.consumed();
            } else {
                i = framing.consume(bytes, from, length);
                reading.payload(bytes, from, body ? i : from);
            }
            if (framing.state() == ResponseFraming.END) {
                reading.endMessage(!framing.willClose(), i);
            }
        }
        reading.end = end(framing, length);
        return reading;
    }

    static boolean isToHead(boolean[] toHead, int answer) {
        return answer < toHead.length && toHead[answer];
    }

    private static char end(ResponseFraming framing, int length) {
        if (framing.state() == ResponseFraming.END || length == 0) {
            return Reading.BETWEEN;
        }
        if (framing.state() == ResponseFraming.UNKNOWN) {
            return Reading.REFUSED;
        }
        return framing.endsWithClose() ? Reading.UNTIL_CLOSE : Reading.WITHIN;
    }
}
