package io.kaagent.it;

import io.kaagent.it.child.mix.Case;
import io.kaagent.it.child.mix.Fault;
import io.kaagent.it.child.mix.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether what an application saw with the agent is what it might have seen without.
 *
 * <p>What that is, is decided request by request by two runs without: a usual one, and one with {@code http.keepAlive=false}, in which no request
 * comes upon what another has left on a connection. All is compared but for three cases. Where the server leaves something to the next request
 * ({@link Place#isTreacherous}), that one may end as in {@link Mishap}, and be sent again; but with the agent this may not happen more often than without. Where
 * the server stalls, it is the clock that says how much of the answer had come. And before a chunk that is none, there may be more.
 */
final class MixComparison {
    /** By this many more mishaps nothing is proved yet: it is a matter of luck whom they strike. */
    private static final int LUCK = 5;

    /** The JDK sends a request again if something is wrong with the answer, and with another connection perhaps once more. */
    private static final int BY_THE_JDK = 3;

    private final MixRun usual;
    private final MixRun alone;
    private final MixRun agent;

    MixComparison(MixRun usual, MixRun alone, MixRun agent) {
        this.usual = usual;
        this.alone = alone;
        this.agent = agent;
    }

    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        Set<Integer> numbers = new TreeSet<>(usual.seen().keySet());
        numbers.addAll(alone.seen().keySet());
        numbers.addAll(agent.seen().keySet());
        for (int number : numbers) {
            String wrong = wrong(number);
            if (wrong != null) {
                complaints.add(wrong + ": " + agent.request(number)
                        + "\n  usual: " + usual.seen().get(number)
                        + "\n  alone: " + alone.seen().get(number)
                        + "\n  agent: " + agent.seen().get(number) + "\n");
            }
        }
        agent.arrivals().forEach((answer, times) -> {
            if (times > most(answer)) {
                complaints.add(answer + " was asked for " + times + " times: " + agent.request(Case.numberIn(answer)));
            }
        });
        Map<Place, Integer> before = mishaps(usual);
        mishaps(agent).forEach((place, count) -> {
            if (count > before.getOrDefault(place, 0) + LUCK) {
                complaints.add(count + " mishaps at " + place + " instead of " + before);
            }
        });
        if (repeated(agent) > repeated(usual) + LUCK) {
            complaints.add(repeated(agent) + " answers were asked for again, not " + repeated(usual));
        }
        return complaints;
    }

    /** Null if nothing is. */
    private String wrong(int number) {
        MixRun.Seen seen = agent.seen().get(number);
        for (MixRun run : List.of(usual, alone, agent)) {
            if (!run.seen().containsKey(number)) {
                return "not heard of";
            }
            if (run.seen().get(number).foreign()) {
                return "bytes of another request";
            }
        }
        if (isAsIn(usual, number)
                || isAsIn(alone, number)
                || mayEndSo(agent.request(number), seen)
                || showsMore(number, seen)) {
            return null;
        }
        return "not as without the agent";
    }

    /** The JDK does not show the good bytes of a chunk that it has fetched together with the fault behind it: how many, is a matter of luck. */
    private boolean showsMore(int number, MixRun.Seen seen) {
        MixRun.Seen before = usual.seen().get(number);
        return agent.request(number).fault() == Fault.BAD_CHUNK
                && seen.bodyLength() > before.bodyLength()
                && seen.shape().equals(before.shape());
    }

    private boolean isAsIn(MixRun run, int number) {
        return agent.seen().get(number).exact().equals(run.seen().get(number).exact());
    }

    private static boolean mayEndSo(Case request, MixRun.Seen seen) {
        boolean timedOut = seen.shape().contains("java.net.SocketTimeoutException: Read timed out");
        return Mishap.isOne(request.place(), seen.shape())
                || request.fault().isStall() && timedOut && !seen.shape().contains("odd body");
    }

    private int most(String answer) {
        int most = Math.max(usual.times(answer), alone.times(answer));
        return isTreacherous(answer) ? Math.max(BY_THE_JDK, most) : most;
    }

    /** How many requests the JDK has sent again because of what came before the answer, or of no answer, without any fault of the answer's. */
    private int repeated(MixRun run) {
        int repeated = 0;
        for (String answer : run.arrivals().keySet()) {
            repeated += isTreacherous(answer) && run.times(answer) > 1 ? 1 : 0;
        }
        return repeated;
    }

    private boolean isTreacherous(String answer) {
        return agent.request(Case.numberIn(answer)).place().isTreacherous();
    }

    private Map<Place, Integer> mishaps(MixRun run) {
        Map<Place, Integer> count = new TreeMap<>();
        run.seen().forEach((number, seen) -> {
            Place place = run.request(number).place();
            boolean isMishap = !seen.exact().equals(alone.seen().get(number).exact());
            if (isMishap && Mishap.isOne(place, seen.shape())) {
                count.merge(place, 1, Integer::sum);
            }
        });
        return count;
    }
}
