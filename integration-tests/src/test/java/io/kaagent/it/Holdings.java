package io.kaagent.it;

import io.kaagent.it.child.Message;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the JVM of an application holds, the agent's pool included.
 *
 * @param threads their names, without the JDK's own that empties bodies, which lives for seconds, on JDK 8 and 11 for ever
 * @param sockets -1 where the platform does not tell
 * @param files what is open but for sockets, without the jars of JDK 8, each of which it opens when it first needs something in it; none where the
 *     platform does not tell
 * @param heap in bytes
 */
record Holdings(int busy, int waiting, int free, Set<String> threads, int sockets, List<String> files, int heap) {
    private static final double MEGABYTE = 1 << 20;

    static Holdings of(Message look) {
        Set<String> threads = new TreeSet<>(List.of(look.get("threads").split("\n")));
        threads.removeIf(name -> name.contains("Keep-Alive-SocketCleaner"));
        return new Holdings(
                look.number("busy"),
                look.number("waiting"),
                look.number("free"),
                threads,
                look.number("sockets"),
                Stream.of(look.get("files").split("\n"))
                        .filter(name -> !name.matches(".*/jre/lib/.*\\.jar"))
                        .collect(Collectors.toList()),
                look.number("heap"));
    }

    boolean isPoolEmpty() {
        return busy + waiting + free == 0;
    }

    /** Nothing is kept alive any more, neither by the agent nor by the JDK. */
    boolean isAtRest() {
        return isPoolEmpty() && threads.stream().noneMatch(name -> name.matches(".*(ka-agent|Keep-Alive-Timer).*"));
    }

    @Override
    public String toString() {
        return String.format(
                "%d busy, %d waiting, %d free, threads %s, %d sockets, %d other descriptors, heap %.1f MB",
                busy, waiting, free, threads, sockets, files.size(), heap / MEGABYTE);
    }
}
