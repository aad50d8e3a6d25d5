package io.kaagent.it.child.mix;

import java.io.IOException;
import java.io.InputStream;

/** What becomes of a body. */
final class Consumption {
    private final Case wanted;
    private final Seen seen;

    Consumption(Case wanted, Seen seen) {
        this.wanted = wanted;
        this.seen = seen;
    }

    /** A failure does not keep an application from closing. */
    void of(InputStream in) throws IOException {
        try {
            switch (wanted.habit.amount) {
                case ALL:
                    read(in, Integer.MAX_VALUE);
                    seen.readOnce("at the end", in);
                    break;
                case HALF:
                    read(in, seen.half());
                    break;
                default:
                    break;
            }
        } catch (IOException e) {
            seen.threw("body", e);
        } finally {
            if (wanted.habit.closes) {
                in.close();
            }
        }
    }

    private void read(InputStream in, int most) throws IOException {
        byte[] buffer = new byte[wanted.buffer];
        int rest = most;
        while (rest > 0) {
            int got = in.read(buffer, 0, Math.min(buffer.length, rest));
            if (got < 0) {
                return;
            }
            seen.got(buffer, got);
            rest -= got;
        }
    }
}
