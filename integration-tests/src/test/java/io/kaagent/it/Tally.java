package io.kaagent.it;

import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What the server counted.
 *
 * @param accepted connections in all
 * @param open connections now
 * @param mostOpen connections at once
 * @param broken connections that ended with an exception on the server's side
 * @param handshakes of TLS, or fewer: the JDK tells of them a little later
 * @param arrivals the ids of the requests as they came
 */
record Tally(int accepted, int open, int mostOpen, int broken, int handshakes, List<String> arrivals) {
    static Tally of(Message message) {
        String arrivals = message.get("arrivals");
        return new Tally(
                message.number("accepted"),
                message.number("open"),
                message.number("mostOpen"),
                message.number("broken"),
                message.number("handshakes", 0),
                arrivals.isEmpty() ? List.of() : List.of(arrivals.split(",")));
    }

    /** Ids that came more than once. */
    List<String> repeated() {
        List<String> repeated = new ArrayList<>(arrivals);
        new HashSet<>(arrivals).forEach(repeated::remove);
        return repeated;
    }
}
