package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Feeds a framing a stream in every way: whole, in two parts at every place, byte by byte. It must stop at the same places each time.
 * A stop is told as {@code "END 42"}; of UNKNOWN and the state at the end of the stream, only the name.
 */
final class Fed {
    private static final String[] OF_REQUEST = {"LINE", "FIELDS", "BODY", "END", "UNKNOWN"};
    private static final String[] OF_RESPONSE = {"LINE", "FIELDS", "INTERIM", "BODY", "END", "UNKNOWN"};

    private Fed() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<String> request(String text) {
        return everyWay(bytes(text), Fed::requestStops);
    }

    /** The state at the end. */
    static String requestState(String text) {
        List<String> stops = request(text);
        return stops.get(stops.size() - 1);
    }

    /** Whose head is the whole of the text. */
    static RequestFraming requestOf(String text) {
        request(text);
        RequestFraming framing = new RequestFraming();
        requestStops(framing, bytes(text), 0, text.length(), new ArrayList<>());
        return framing;
    }

    static List<String> response(String text) {
        return response(text, false);
    }

    static List<String> response(String text, boolean toHead) {
        return everyWay(bytes(text), (bytes, cuts) -> responseStops(bytes, toHead, cuts));
    }

    static String responseState(String text) {
        List<String> stops = response(text);
        return stops.get(stops.size() - 1);
    }

    static ResponseFraming responseOf(String text) {
        return responseOf(text, false);
    }

    static ResponseFraming responseOf(String text, boolean toHead) {
        response(text, toHead);
        ResponseFraming framing = new ResponseFraming();
        framing.begin(toHead);
        responseStops(framing, bytes(text), 0, text.length(), new ArrayList<>());
        return framing;
    }

    private interface Way {
        List<String> stops(byte[] bytes, int... cuts);
    }

    private static List<String> everyWay(byte[] bytes, Way way) {
        List<String> whole = way.stops(bytes, bytes.length);
        int[] all = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = i + 1;
            assertThat(way.stops(bytes, i, bytes.length)).as("split at %d", i).isEqualTo(whole);
        }
        assertThat(way.stops(bytes, all)).as("byte by byte").isEqualTo(whole);
        return whole;
    }

    private static List<String> requestStops(byte[] bytes, int... cuts) {
        RequestFraming framing = new RequestFraming();
        List<String> stops = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            requestStops(framing, bytes, from, cut, stops);
            from = cut;
        }
        String last = OF_REQUEST[framing.state()];
        return ended(stops, last);
    }

    private static void requestStops(RequestFraming framing, byte[] bytes, int from, int to, List<String> stops) {
        int i = from;
        while (i < to) {
            int before = framing.state();
            i = framing.consume(bytes, i, to);
            int state = framing.state();
            boolean stopped = state == RequestFraming.END
                    || state != before && (state == RequestFraming.FIELDS || state == RequestFraming.BODY);
            if (stopped) {
                stops.add(OF_REQUEST[state] + " " + i);
            }
        }
        assertThat(i).isEqualTo(to);
    }

    private static List<String> responseStops(byte[] bytes, boolean toHead, int... cuts) {
        ResponseFraming framing = new ResponseFraming();
        framing.begin(toHead);
        List<String> stops = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            responseStops(framing, bytes, from, cut, stops);
            from = cut;
        }
        return ended(stops, OF_RESPONSE[framing.state()]);
    }

    private static void responseStops(ResponseFraming framing, byte[] bytes, int from, int to, List<String> stops) {
        int i = from;
        while (i < to) {
            int before = framing.state();
            i = framing.consume(bytes, i, to);
            assertThat(framing.consumed()).isEqualTo(i);
            int state = framing.state();
            boolean stopped = state == ResponseFraming.INTERIM
                    || state == ResponseFraming.END
                    || state == ResponseFraming.BODY && before != state;
            if (stopped) {
                stops.add(OF_RESPONSE[state] + " " + i);
            }
        }
        assertThat(i).isEqualTo(to);
    }

    private static List<String> ended(List<String> stops, String last) {
        if (stops.isEmpty() || !stops.get(stops.size() - 1).startsWith(last)) {
            stops.add(last);
        }
        return stops;
    }
}
