package io.kaagent.it.child.raw;

import java.util.Collections;
import java.util.List;

/** All idioms, each with what may become of its connections. */
public final class Idioms {
    private Idioms() {}

    /** In the order in which they are run. */
    public static List<IdiomCase> all() {
        IdiomTable table = new IdiomTable();
        HttpIdioms.addTo(table);
        SocketIdioms.addTo(table);
        OtherIdioms.addTo(table);
        return Collections.unmodifiableList(table.cases());
    }

    static IdiomCase named(String name) {
        for (IdiomCase each : all()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
