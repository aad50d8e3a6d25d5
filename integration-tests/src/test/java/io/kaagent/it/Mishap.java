package io.kaagent.it;

import io.kaagent.it.child.mix.Place;
import java.util.Set;

/** How a request ends that came upon what was left for it on its connection; all of them are to be seen on a plain JDK. */
enum Mishap {
    /** The server has closed. */
    NO_ANSWER(
            "no head, no body, .*java\\.net\\.SocketException: Unexpected end of file from server",
            Place.LEAVING,
            Place.GARRULOUS),
    /** It did so while the request was on its way. */
    RESET("no head, no body, .*Exception: (Connection reset|Broken pipe).*", Place.LEAVING, Place.GARRULOUS),
    /** What came before the answer is no HTTP. */
    NO_HTTP("other head \\[Content-type: unknown/unknown\\], no body, .*", Place.GARRULOUS),
    /** What came before the answer is one. */
    ANOTHER("other head \\[HTTP/1\\.1 408 Request Timeout\\b.*\\], no body, .*", Place.GARRULOUS),
    /** What came behind the answer was read with it, or not. */
    MORE("head as sent, whole body( and more)?, .*", Place.GARRULOUS);

    private final String shape;
    private final Set<Place> places;

    Mishap(String shape, Place... places) {
        this.shape = shape;
        this.places = Set.of(places);
    }

    /** Whether it is one, if it is not what the server meant. */
    static boolean isOne(Place place, String shape) {
        for (Mishap mishap : values()) {
            if (mishap.places.contains(place) && shape.matches(mishap.shape)) {
                return true;
            }
        }
        return false;
    }
}
