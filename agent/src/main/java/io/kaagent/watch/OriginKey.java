package io.kaagent.watch;

import io.kaagent.pool.Origin;

/** The key under which an option is given for one origin, to be copied from a line of the log. */
public final class OriginKey {
    private OriginKey() {}

    /** {@code ka.origin.host:80.option}. */
    public static String of(Origin origin, String option) {
        String host = origin.host();
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        return "ka.origin." + (bare ? "[" + host + "]" : host) + ":" + origin.port() + "." + option;
    }
}
