package io.kaagent.it.child.mix;

import io.kaagent.it.child.Bodies;
import io.kaagent.it.child.Dice;

/** One answer to a request: redirects and challenges are answers, too. Immutable. */
final class Reply {
    private static final int SHORTEST = 12;
    private static final int SMALL = 200;
    /** What waits for a window is lost in a reset: this does not. */
    private static final int MIDDLE = 30_000;

    private static final int LARGE = 100_000;
    private static final int HUGE = 1_000_000;
    static final int ENDLESS = 1_500_000;

    final Place place;
    final String id;
    final int index;
    final int status;
    final int minor;
    final Framing framing;
    final int length;
    final Pace pace;
    final int millis;
    final Fault fault;
    /** Where in the head, or in the body, the fault strikes. */
    final int cut;

    private final ConnectionFields fields;
    /** Null for none. */
    private final String location;

    Reply(Dice dice, Place place, int number, int index, int status, Fault fault) {
        this.place = place;
        this.index = index;
        this.status = status;
        this.fault = fault;
        id = Case.id(number) + "." + index;
        location = status / 100 == 3 && status != 304
                ? dice.one("", "ORIGIN") + "/" + Case.id(number) + "/" + (index + 1)
                : null;
        minor = place == Place.SOUND && dice.percent(12) ? 0 : 1;
        framing = framing(dice);
        length = fault.isInBody() || fault == Fault.LONGER ? dice.between(SMALL, MIDDLE) : length(dice);
        pace = dice.percent(60) ? Pace.AT_ONCE : dice.one(Pace.values());
        millis = pace == Pace.DRIP ? dice.between(1, 2) : dice.between(1, 12);
        fields =
                place == Place.SOUND || place == Place.FAULTY ? ConnectionFields.random(dice) : ConnectionFields.none();
        cut = fault.isInBody() ? dice.between(length / 2 + 1, length - 1) : dice.between(20, 60);
    }

    /** @param asked whether the request asks to close */
    String head(boolean asked, String origin) {
        StringBuilder head = new StringBuilder("HTTP/1." + minor + " " + status + " Whatever\r\n");
        line(head, "X-Reply", index);
        line(head, "X-Id", id);
        if (location != null) {
            line(head, "Location", location.replace("ORIGIN", origin));
        }
        if (status == 401) {
            line(head, "WWW-Authenticate", "Basic realm=\"" + id + "\"");
        }
        for (String said : said(asked).lines()) {
            head.append(said).append("\r\n");
        }
        if (status != 204 && framing(asked) == Framing.CHUNKED) {
            line(head, "Transfer-Encoding", "chunked");
        } else if (status != 204 && framing(asked) == Framing.LENGTH) {
            line(head, "Content-Length", length + (fault == Fault.LONGER ? cut : 0));
        }
        return head.append("X-Last: field\r\n\r\n").toString();
    }

    byte[] body() {
        return Bodies.of(id, length);
    }

    boolean mayHaveBody() {
        return mayHaveBody(status);
    }

    static boolean mayHaveBody(int status) {
        return status != 204 && status != 304;
    }

    /** @param asked whether the request asks to close */
    Framing framing(boolean asked) {
        return asked && place == Place.OBEDIENT && framing == Framing.CHUNKED ? Framing.CLOSE : framing;
    }

    /** Whether the connection ends with it, fault or not. */
    boolean closes(boolean asked, boolean head) {
        ConnectionFields said = said(asked);
        return said.sayClose()
                || minor == 0 && !said.sayKeepAlive()
                || framing(asked) == Framing.CLOSE && mayHaveBody() && !head;
    }

    private ConnectionFields said(boolean asked) {
        if (place != Place.OBEDIENT) {
            return fields;
        }
        return asked ? ConnectionFields.close() : ConnectionFields.keepAlive();
    }

    private Framing framing(Dice dice) {
        if (fault.needsChunks()) {
            return Framing.CHUNKED;
        }
        if (place == Place.DEAF || fault == Fault.LONGER) {
            return Framing.LENGTH; // of the other kind the agent has to have seen one first
        }
        boolean close = (place == Place.SOUND || place == Place.FAULTY) && dice.percent(10);
        return close ? Framing.CLOSE : minor == 1 && dice.percent(40) ? Framing.CHUNKED : Framing.LENGTH;
    }

    private int length(Dice dice) {
        int kind = dice.of(100);
        return kind < 8 ? 0 : kind < 82 ? dice.between(SHORTEST, SMALL) : kind < 97 ? LARGE : HUGE;
    }

    @Override
    public String toString() {
        return status + " 1." + minor + " " + framing + " " + length + " " + pace
                + (pace == Pace.AT_ONCE ? "" : " " + millis + " ms") + " " + fields.lines()
                + (fault == Fault.NONE ? "" : " " + fault + " " + cut);
    }

    private static void line(StringBuilder head, String name, Object value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
