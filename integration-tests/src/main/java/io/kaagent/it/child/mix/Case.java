package io.kaagent.it.child.mix;

import io.kaagent.it.child.Dice;
import java.util.ArrayList;
import java.util.List;

/** One request: what the application does and what the server does to it. Immutable; the same for the same seed and number. */
public final class Case {
    static final int IMPATIENT_MILLIS = 300;
    private static final int PATIENT_MILLIS = 30_000;
    private static final int FIRST = 10_000_000;
    private static final String[] METHODS = {
        "GET", "GET", "GET", "GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "HEAD", "POST", "POST", "POST", "POST",
        "PUT", "PUT", "PUT", "DELETE", "DELETE"
    };
    private static final Integer[] REDIRECTS = {301, 302, 303, 307};
    private static final Integer[] STATUSES = {
        200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 204, 304, 404, 404, 410, 500, 500, 503, 401
    };

    final int number;
    final Place place;
    final boolean secure;
    final String method;
    final Upload upload;
    final int uploaded;
    final boolean follows;
    final boolean knowsPassword;
    final boolean asksForCodeFirst;
    final int readTimeout;
    final int buffer;
    final Habit habit;
    final List<Reply> replies;

    private Case(long seed, int number) {
        Dice dice = new Dice(seed, number);
        this.number = number;
        place = Place.at(dice.of(Place.sides()));
        secure = dice.percent(5);
        method = dice.one(METHODS);
        boolean uploads = method.startsWith("P");
        upload = uploads ? dice.one(Upload.BUFFERED, Upload.BUFFERED, Upload.FIXED, Upload.CHUNKED) : Upload.NONE;
        uploaded = uploads ? dice.percent(5) ? 100_000 : dice.of(2_000) : 0;
        follows = !dice.percent(20);
        asksForCodeFirst = dice.percent(60);
        habit = dice.one(Habit.values());
        buffer = dice.one(100, 1_000, 8_192);
        replies = replies(dice);
        // who is refused what he knows the password for asks again and again
        knowsPassword = replies.get(replies.size() - 1).status != 401 && !dice.percent(20);
        boolean stalls = false;
        for (Reply reply : replies) {
            stalls |= reply.fault.isStall();
        }
        readTimeout = stalls ? IMPATIENT_MILLIS : dice.percent(50) ? PATIENT_MILLIS : 0;
    }

    public static Case of(long seed, int number) {
        return new Case(seed, number);
    }

    /** As long for each number, so that none begins with another. */
    static String id(int number) {
        return "m" + (FIRST + number);
    }

    /** Of the request for such a path. */
    static Case at(long seed, String[] path) {
        return of(seed, Integer.parseInt(path[1].substring(1)) - FIRST);
    }

    /** Whose answer that is. */
    public static int numberIn(String answer) {
        return Integer.parseInt(answer.substring(1, answer.indexOf('.'))) - FIRST;
    }

    /** What its body consists of. */
    String uploadedId() {
        return id(number) + ".q";
    }

    public Place place() {
        return place;
    }

    /** Neither it nor its answer is anything to speak of. */
    boolean isOrdinary() {
        return place == Place.SOUND
                && !secure
                && replies.size() == 1
                && replies.get(0).status == 200
                && upload == Upload.NONE
                && habit == Habit.READ_CLOSE;
    }

    /** The one there is; {@link Fault#NONE} if there is none. */
    public Fault fault() {
        for (Reply reply : replies) {
            if (reply.fault != Fault.NONE) {
                return reply.fault;
            }
        }
        return Fault.NONE;
    }

    /** Which answer a request for this target gets: a challenge only without credentials. */
    Reply reply(int index, boolean authorized) {
        return replies.get(authorized && replies.get(index).status == 401 && isChallenge(index) ? index + 1 : index);
    }

    private boolean isChallenge(int index) {
        return index + 1 < replies.size();
    }

    private List<Reply> replies(Dice dice) {
        List<Integer> statuses = new ArrayList<>();
        for (int hops = dice.percent(12) ? dice.between(1, 3) : 0; hops > 0; hops--) {
            statuses.add(dice.one(REDIRECTS));
        }
        if (dice.percent(6)) {
            statuses.add(401);
        }
        statuses.add(dice.one(STATUSES));
        int faulty = place == Place.FAULTY ? dice.of(statuses.size()) : -1;
        List<Reply> made = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            int status = statuses.get(i);
            boolean body = Reply.mayHaveBody(status) && !method.equals("HEAD");
            Fault fault = i == faulty ? Fault.random(dice.random(), body) : Fault.NONE;
            made.add(new Reply(dice, place, number, i, status, fault));
        }
        return made;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                id(number) + " at " + place + (secure ? " (TLS)" : "") + ": " + method + " " + upload + " "
                        + habit + (asksForCodeFirst ? " code-first" : "") + (follows ? "" : " no-follow")
                        + (knowsPassword ? "" : " no-password") + (readTimeout > 0 ? " timeout=" + readTimeout : ""));
        for (Reply reply : replies) {
            text.append("; ").append(reply);
        }
        return text.toString();
    }
}
