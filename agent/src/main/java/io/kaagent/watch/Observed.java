package io.kaagent.watch;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.maps;
import static io.kaagent.watch.Json.number;
import static io.kaagent.watch.Json.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was observed of an origin, or in all, read from the JSON of it: in words that text and page have in common. */
public final class Observed {
    /** A cause of the agent, and the words for it. */
    private static final String[][] CAUSES = {
        {"first", "first there"},
        {"inUse", "others in use"},
        {"idle", "idle too long"},
        {"clientClose", "client asked for close"},
        {"serverClose", "server ended it"},
        {"unread", "answer left unread"},
        {"unanswered", "closed before the answer"},
        {"credentials", "NTLM or Negotiate"},
        {"unfollowed", "could not be followed"},
        {"halfClosed", "half-closed"},
        {"dropped", "dropped without close"},
        {"surplus", "above maxFreeSockets"},
        {"unsafe", "POST after idling"},
        {"different", "other factory or address"},
        {"notHttp", "not HTTP/1.x"},
        {"unused", "nothing was sent"},
        {"off", "switched off"}
    };

    private final Map<?, ?> json;

    private Observed(Map<?, ?> json) {
        this.json = json;
    }

    /** @param observed as it is in the state */
    public static Observed total(Map<?, ?> observed) {
        return new Observed(map(observed, "total"));
    }

    /** Those of which most connections could have been spared come first. */
    public static List<Observed> origins(Map<?, ?> observed) {
        List<Observed> origins = new ArrayList<Observed>();
        for (Map<?, ?> origin : maps(observed, "origins")) {
            origins.add(new Observed(origin));
        }
        Collections.sort(origins, new MostSparedFirst());
        return origins;
    }

    /** As people name it. */
    public String name() {
        return OriginName.shown(text(json, "origin"));
    }

    public long requests() {
        return number(json, "requests");
    }

    public long opened() {
        return number(json, "opened");
    }

    public long spared() {
        return number(json, "spared");
    }

    public long mostOpen() {
        return number(json, "mostOpen");
    }

    /** {@code 99.8}: with one decimal, rounded down. */
    public String sparedPercent() {
        return opened() == 0 ? "-" : spared() * 1000 / opened() / 10 + "." + spared() * 1000 / opened() % 10;
    }

    /** What connecting took on average, TLS not among it; 0 if nothing was opened. */
    public long connectNanos() {
        return opened() == 0 ? 0 : number(json, "connectNanos") / opened();
    }

    /** {@code 9 others in use}, the most frequent cause first; last those that are open, and have not been asked yet. */
    public List<String> notSpared() {
        final Map<?, ?> needed = map(json, "neededBecause");
        List<String> causes = new ArrayList<String>();
        long undecided = opened() - spared();
        for (Object cause : needed.keySet()) {
            causes.add(String.valueOf(cause));
            undecided -= number(needed, String.valueOf(cause));
        }
        Collections.sort(causes, new Comparator<String>() {
            @Override
            public int compare(String one, String other) {
                return Long.compare(number(needed, other), number(needed, one));
            }
        });
        List<String> words = new ArrayList<String>();
        for (String cause : causes) {
            words.add(Figures.count(number(needed, cause)) + " " + word(cause));
        }
        if (undecided > 0) {
            words.add(Figures.count(undecided) + " not asked yet");
        }
        return words;
    }

    /** Each place that opens connections, the most frequent first: its share, in percent, and then its frames. */
    public List<List<String>> openers() {
        List<List<String>> openers = new ArrayList<List<String>>();
        for (Map<?, ?> opener : maps(json, "openedBy")) {
            List<String> lines = new ArrayList<String>();
            lines.add(text(opener, "percent"));
            Object stack = opener.get("stack");
            for (Object frame : stack instanceof List ? (List<?>) stack : Collections.emptyList()) {
                lines.add(String.valueOf(frame));
            }
            openers.add(lines);
        }
        return openers;
    }

    private static String word(String cause) {
        for (String[] pair : CAUSES) {
            if (pair[0].equals(cause)) {
                return pair[1];
            }
        }
        return cause; // of a later version
    }

    private static final class MostSparedFirst implements Comparator<Observed> {
        @Override
        public int compare(Observed one, Observed other) {
            int bySpared = Long.compare(other.spared(), one.spared());
            return bySpared != 0 ? bySpared : Long.compare(other.opened(), one.opened());
        }
    }
}
