package io.kaagent.watch;

import static io.kaagent.watch.Json.map;

import java.util.List;
import java.util.Map;

/** What was observed, for people: in lines of 80 characters, but for places in the code. Made from the JSON of it, here or in another JVM. */
public final class ObservedText {
    /** In characters. */
    public static final int WIDTH = 80;

    private static final int ORIGIN_WIDTH = 40;
    private static final int NUMBER_WIDTH = 10;
    private static final int MOST_ORIGINS = 40;
    private static final String INDENT = "    ";

    private ObservedText() {}

    /** @param json of the agent's state, which observes */
    public static String of(String json) {
        return of(map((Map<?, ?>) JsonReader.read(json), "observed"), MOST_ORIGINS);
    }

    /**
     * @param observed as it is in the state
     * @param most origins that are shown: those of which most connections could have been spared
     */
    public static String of(Map<?, ?> observed, int most) {
        Observed total = Observed.total(observed);
        if (total.opened() == 0) {
            return "no connection was opened so far\n";
        }
        StringBuilder out = new StringBuilder(1024);
        row(out, "ORIGIN", "REQUESTS", "OPENED", "SPARED", "SPARED%");
        List<Observed> origins = Observed.origins(observed);
        for (Observed origin : origins.subList(0, Math.min(most, origins.size()))) {
            row(out, origin.name(), origin);
            List<String> words = origin.notSpared();
            words.add("at once at most " + origin.mostOpen());
            wrapped(out, "not spared: ", words);
            openers(out, origin);
        }
        if (origins.size() > most) {
            out.append(origins.size() - most).append(" more origins\n");
        }
        row(out, "total", total);
        out.append("SPARED: pooling would have had an earlier connection free in its place\n");
        out.append("connecting took ")
                .append(Figures.time(total.connectNanos()))
                .append(" each, TLS not among it\n");
        return out.toString();
    }

    private static void row(StringBuilder out, String name, Observed of) {
        row(
                out,
                name,
                Long.toString(of.requests()),
                Long.toString(of.opened()),
                Long.toString(of.spared()),
                of.sparedPercent());
    }

    private static void row(StringBuilder out, String origin, String... numbers) {
        boolean fits = origin.length() <= ORIGIN_WIDTH;
        out.append(origin).append(fits ? "" : "\n"); // else the numbers go below it
        int end = out.length() - (fits ? origin.length() : 0) + ORIGIN_WIDTH;
        for (String number : numbers) {
            end += NUMBER_WIDTH;
            for (int i = end - out.length() - number.length(); i > 0; i--) {
                out.append(' ');
            }
            out.append(number);
        }
        out.append('\n');
    }

    private static void wrapped(StringBuilder out, String first, List<String> words) {
        StringBuilder line = new StringBuilder(INDENT).append(first);
        String separator = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i < words.size() - 1 ? "," : "");
            if (line.length() + separator.length() + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(INDENT).append(INDENT);
                separator = "";
            }
            line.append(separator).append(word);
            separator = " ";
        }
        out.append(line).append('\n');
    }

    private static void openers(StringBuilder out, Observed origin) {
        for (List<String> opener : origin.openers()) {
            String place = opener.get(0) + " % opened by ";
            for (String frame : opener.subList(1, opener.size())) {
                out.append(INDENT).append(place).append(frame).append('\n');
                place = INDENT + INDENT;
            }
        }
    }
}
