package io.kaagent.http1;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what this package makes of a stream with what Netty and Apache HttpCore make of it. */
final class Comparison {
    private static final boolean[] TO_REQUESTS = null;
    private static final int EACH = 4;

    /** Streams; those with a whole message that we are certain of; such messages that another request may follow. */
    int streams;

    int withClaims;
    int claims;

    /** Streams whose lines end with LF alone: Netty takes them only if it is told to be lenient. */
    int bareLf;

    /** Of each fourth stream, where we refuse it: taken further by nobody, HttpCore, Netty, both; by our reason. */
    final Map<Refusal, int[]> refusals = new TreeMap<>();

    private final StreamReader our = new OurReader();
    private final StreamReader netty = new NettyReader(false, true);
    private final StreamReader nettyAlone = new NettyReader(false, false);
    private final StreamReader lenientNetty = new NettyReader(true, true);
    private final StreamReader lenientNettyAlone = new NettyReader(true, false);
    private final StreamReader core = new CoreReader();

    /** @return what is wrong, null if nothing is */
    String requests(byte[] stream) {
        return check(stream, TO_REQUESTS);
    }

    /** @return what is wrong, null if nothing is */
    String responses(byte[] stream, boolean[] toHead) {
        return check(stream, toHead);
    }

    /** Adds the numbers of another. */
    void add(Comparison other) {
        streams += other.streams;
        withClaims += other.withClaims;
        claims += other.claims;
        bareLf += other.bareLf;
        other.refusals.forEach((refusal, counts) -> {
            int[] sums = refusals.computeIfAbsent(refusal, key -> new int[counts.length]);
            Arrays.setAll(sums, i -> sums[i] + counts[i]);
        });
    }

    private String check(byte[] stream, boolean[] toHead) {
        streams++;
        Reading ours = read(our, stream, stream.length, toHead);
        int certain = certain(ours);
        String wrong = null;
        if (certain > 0) {
            withClaims++;
            claims += certain;
            wrong = withCore(ours, read(core, stream, stream.length, toHead), certain);
            wrong = wrong != null ? wrong : withNetty(stream, toHead, ours, certain);
        }
        if (ours.end == Reading.REFUSED && streams % EACH == 0) {
            count(stream, toHead, ours.complete());
        }
        return wrong;
    }

    /** Messages up to the first after which we would use the connection no more. */
    private static int certain(Reading ours) {
        int count = 0;
        while (count < ours.complete() && ours.kept.get(count)) {
            count++;
        }
        return count;
    }

    private static String withCore(Reading ours, Reading cores, int certain) {
        for (int i = 0; i < certain; i++) {
            if (cores.complete() <= i) {
                return "HttpCore does not take message " + (i + 1) + ": " + cores;
            }
            if (!cores.ends.get(i).equals(ours.ends.get(i))) {
                return "HttpCore ends message " + (i + 1) + " at " + cores.ends.get(i) + ", we at " + ours.ends.get(i);
            }
            if (!cores.bodies.get(i).equals(ours.bodies.get(i))) {
                return "HttpCore reads another body in message " + (i + 1);
            }
            if (!cores.kept.get(i)) {
                return "HttpCore would not use the connection after message " + (i + 1);
            }
        }
        return null;
    }

    private String withNetty(byte[] stream, boolean[] toHead, Reading ours, int certain) {
        int end = ours.ends.get(certain - 1);
        StreamReader alone = nettyAlone;
        Reading nettys = read(netty, stream, end, toHead);
        if (nettys.end == Reading.REFUSED && hasBareLf(stream, end)) {
            bareLf++;
            alone = lenientNettyAlone;
            nettys = read(lenientNetty, stream, end, toHead);
        }
        if (nettys.end != Reading.BETWEEN || nettys.complete() != certain) {
            return "Netty reads " + nettys + " where we read " + certain + Reading.BETWEEN;
        }
        List<String> bodies = ours.bodies.subList(0, certain);
        if (!nettys.bodies.equals(bodies)) {
            return "Netty reads other bodies";
        }
        if (nettys.kept.contains(false)) {
            return "Netty would not use the connection any more: " + nettys.kept;
        }
        Reading less = read(alone, stream, end - 1, toHead);
        if (less.complete() != certain - 1) {
            return "Netty needs less than we: " + less;
        }
        return null;
    }

    private static boolean hasBareLf(byte[] stream, int end) {
        for (int i = 0; i < end; i++) {
            if (stream[i] == '\n' && (i == 0 || stream[i - 1] != '\r')) {
                return true;
            }
        }
        return false;
    }

    private void count(byte[] stream, boolean[] toHead, int complete) {
        Reading cores = read(core, stream, stream.length, toHead);
        Reading nettys = read(netty, stream, stream.length, toHead);
        boolean coreTakes = cores.end != Reading.REFUSED || cores.complete() > complete;
        boolean nettyTakes = nettys.end != Reading.REFUSED || nettys.complete() > complete;
        Refusal refusal = Refusal.of(stream, toHead);
        int[] counts = refusals.computeIfAbsent(refusal, key -> new int[4]);
        counts[(coreTakes ? 1 : 0) + (nettyTakes ? 2 : 0)]++;
    }

    private static Reading read(StreamReader reader, byte[] stream, int length, boolean[] toHead) {
        return toHead == TO_REQUESTS ? reader.requests(stream, length) : reader.responses(stream, length, toHead);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(streams + " streams, " + withClaims + " with " + claims
                + " messages after which we would use the connection, " + bareLf + " of them with bare LF.\n");
        text.append("Of each fourth: refused by us; taken by nobody else, by HttpCore, by Netty, by both\n");
        refusals.forEach((refusal, counts) ->
                text.append(String.format("  %-28s %s%n", refusal.heading, Arrays.toString(counts))));
        return text.toString();
    }
}
