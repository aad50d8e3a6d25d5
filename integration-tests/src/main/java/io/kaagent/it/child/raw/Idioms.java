package io.kaagent.it.child.raw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All idioms, each with what may become of its connections. */
public final class Idioms {
    /** By TLS no byte is there before a read has decrypted it: these would look for one for ever. */
    private static final List<String> NEVER_READING_FIRST =
            Arrays.asList("availableThenOneRead", "availableThenOneReadKeepingAlive", "availablePolled");

    /** The JDK's TLS itself gives the reader an exception one time, and the end of the stream another time. */
    private static final List<String> UNDECIDED = Arrays.asList("closedByAnother", "closedByAnotherAmidTheBody");

    private Idioms() {}

    /** In the order in which they are run. */
    public static List<IdiomCase> all() {
        IdiomTable table = new IdiomTable();
        HttpIdioms.addTo(table);
        SocketIdioms.addTo(table);
        OtherIdioms.addTo(table);
        return Collections.unmodifiableList(table.cases());
    }

    /** Those that can speak TLS, and those that only TLS has. */
    public static List<IdiomCase> overTls() {
        List<IdiomCase> cases = new ArrayList<>(all());
        cases.removeIf(each -> NEVER_READING_FIRST.contains(each.idiomName()) || UNDECIDED.contains(each.idiomName()));
        IdiomTable table = new IdiomTable();
        TlsIdioms.addTo(table);
        cases.addAll(table.cases());
        return Collections.unmodifiableList(cases);
    }

    /** The same, each with one manner only. */
    public static List<IdiomCase> overTlsOnce() {
        Map<String, IdiomCase> cases = new LinkedHashMap<>();
        for (IdiomCase each : overTls()) {
            cases.putIfAbsent(each.idiomName(), each);
        }
        return new ArrayList<>(cases.values());
    }

    static IdiomCase named(String name) {
        List<IdiomCase> cases = new ArrayList<>(all());
        cases.addAll(overTls());
        for (IdiomCase each : cases) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
