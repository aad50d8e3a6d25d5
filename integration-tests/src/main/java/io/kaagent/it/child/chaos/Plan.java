package io.kaagent.it.child.chaos;

import io.kaagent.it.child.Bodies;
import io.kaagent.it.child.Dice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request: who sends it, where, and what becomes of it there. Immutable; the same for the same seed and number. */
final class Plan {
    static final int IMPATIENT_MILLIS = 150;
    private static final int PATIENT_MILLIS = 15_000;
    private static final int QUICK_BYTES = 10_000;
    private static final int QUICK_SECURE = 10;
    private static final int FIRST = 100_000_000;
    private static final Pattern ID = Pattern.compile("[qz](1\\d{8})");
    private static final String[] METHODS = {"GET", "GET", "GET", "GET", "HEAD", "POST", "POST", "POST", "PUT", "DELETE"
    };
    private static final Integer[] STATUSES = {200, 200, 200, 200, 200, 200, 404, 500};

    /** How the end of a body is told. */
    enum Framing {
        LENGTH,
        CHUNKED,
        CLOSE
    }

    final int number;
    final Kind kind;
    final Place place;
    final Trouble trouble;
    final String method;
    final int uploaded;
    final boolean streamed;
    final boolean asksForClose;
    /** Whether the application has enough of the answer at half of it. */
    final boolean leavesEarly;

    final int status;
    final Framing framing;
    final int length;
    /** In thousandths: where the trouble begins, and what else has to be chosen. */
    final int cut;

    private Plan(long seed, int number) {
        Dice dice = new Dice(seed, number);
        this.number = number;
        kind = dice.one(Kind.values());
        place = Place.of(dice.of(100));
        trouble = place == Place.FAULTY && dice.percent(50) ? Trouble.random(dice) : Trouble.NONE;
        method = kind == Kind.XML_RPC ? "POST" : dice.one(METHODS);
        uploaded = !method.startsWith("P") ? 0 : dice.percent(5) ? 100_000 : 1 + dice.of(3_000);
        streamed = dice.percent(30);
        asksForClose = dice.percent(20);
        leavesEarly = kind != Kind.XML_RPC && dice.percent(15);
        status = kind == Kind.XML_RPC ? 200 : dice.one(STATUSES);
        Framing any = dice.one(
                Framing.LENGTH, Framing.LENGTH, Framing.LENGTH, Framing.CHUNKED, Framing.CHUNKED, Framing.CLOSE);
        framing = kind == Kind.XML_RPC && any == Framing.CHUNKED ? Framing.LENGTH : any; // it knows no chunks
        length = 1 + dice.of(dice.percent(20) ? 60_000 : 4_000);
        cut = dice.of(1_000);
    }

    static Plan of(long seed, int number) {
        return new Plan(seed, number);
    }

    /** Of the request for such a target. */
    static Plan at(long seed, String target) {
        return of(seed, Integer.parseInt(target.substring(2, 11)) - FIRST);
    }

    String id() {
        return "q" + (FIRST + number);
    }

    /** Who reads that has an answer that nobody has asked for. */
    String idNobodyAskedFor() {
        return "z" + (FIRST + number);
    }

    String target() {
        return "/" + id() + (isEarly() ? "?early" : "");
    }

    boolean isEarly() {
        return trouble == Trouble.EARLY;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** RFC 9110, 9.2.2. */
    boolean isIdempotent() {
        return !method.equals("POST");
    }

    byte[] upload() {
        return Bodies.of(id(), uploaded);
    }

    /** What there is to be read, as a whole. */
    byte[] body() {
        return Bodies.of(id(), length);
    }

    /** How long the application waits for each byte. */
    int readTimeout() {
        return place == Place.MUTE || trouble == Trouble.STALL ? IMPATIENT_MILLIS : PATIENT_MILLIS;
    }

    /** Neither client nor server make it last; few of these are of TLS. */
    boolean isQuick() {
        boolean isCalm = place == Place.STEADY || place == Place.LEAVING;
        return isCalm
                && kind.api != Kind.Api.LIBRARY
                && (!kind.secure || number % QUICK_SECURE == 0)
                && Math.max(length, uploaded) < QUICK_BYTES;
    }

    /** Nothing excuses its failure. */
    boolean mustSucceed() {
        return place == Place.STEADY;
    }

    /** The first id in the text that is another request's; null if there is none. */
    String foreignIdIn(String text) {
        Matcher ids = ID.matcher(text);
        while (ids.find()) {
            if (Integer.parseInt(ids.group(1)) - FIRST != number) {
                return ids.group();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return id() + " " + kind + " at " + place + ": " + method + (uploaded > 0 ? " of " + uploaded : "")
                + (streamed ? " streamed" : "") + (asksForClose ? " close" : "") + (leavesEarly ? " leaves early" : "")
                + "; " + status + " " + framing
                + " of "
                + length + ", " + trouble + " (" + cut + ")";
    }
}
