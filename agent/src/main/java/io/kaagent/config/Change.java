package io.kaagent.config;

/**
 * One option that is changed while the application runs, by the rules that hold at the start. Only those can be that the pool asks for
 * again and again. Immutable.
 */
public final class Change {
    private static final Option[] CHANGEABLE = {
        Option.MAX_SOCKETS,
        Option.MAX_FREE_SOCKETS,
        Option.MAX_TOTAL_SOCKETS,
        Option.MAX_PENDING,
        Option.TIMEOUT,
        Option.ACQUIRE_TIMEOUT,
        Option.SOCKET_ACTIVE_TTL,
        Option.SCHEDULING,
        Option.KEEP_ALIVE
    };

    private final String host;
    private final int port;
    private final Option option;
    private final long value;

    private Change(String host, int port, Option option, long value) {
        this.host = host;
        this.port = port;
        this.option = option;
        this.value = value;
    }

    /**
     * For all origins but those that have a value of their own.
     *
     * @param key as in docs/options.md, with or without {@code ka.}
     * @throws IllegalArgumentException that says what is wrong, and what is allowed
     */
    public static Change ofAll(String key, String value) {
        return of(null, 0, key, value);
    }

    /** For one origin. Its options of the start are overruled. */
    public static Change ofOrigin(String host, int port, String key, String value) {
        String name = bracketed(host);
        if (HostPattern.parse(name + ":" + port) == null) {
            throw new IllegalArgumentException(
                    "'" + Warnings.clean(name) + "' is no host; expected " + HostPattern.ALLOWED);
        }
        return of(name, port, key, value);
    }

    public Options appliedTo(Options options) {
        return host == null
                ? options.with(option, value)
                : options.with(
                        new OriginRule(path() + option.key, HostPattern.parse(host + ":" + port), option, value));
    }

    /** Whether the other one is about the same, so that this one takes its place. */
    public boolean replaces(Change other) {
        return option == other.option && isOf(other.host, other.port);
    }

    /** Whether it is about this origin; null and any port for all of them. */
    public boolean isOf(String otherHost, int otherPort) {
        return host == null
                ? otherHost == null
                : otherHost != null && port == otherPort && host.equalsIgnoreCase(bracketed(otherHost));
    }

    /** What it does to these options: {@code ka.maxSockets=5, before it was Infinity}. */
    public String effectOn(Options before) {
        long was = host == null
                ? before.global().of(option)
                : before.forOrigin(null, host, port).of(option);
        String text = this + ", before it was " + option.values.render(was);
        return host == null && before.hasRulesFor(option) ? text + "; origins with a value of their own keep it" : text;
    }

    /** {@code ka.origin.legacy:8080.maxSockets=5}. */
    @Override
    public String toString() {
        return Setting.PREFIX + path() + option.key + "=" + option.values.render(value);
    }

    /** IPv6 addresses come with brackets from a URL, without from a socket. */
    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private String path() {
        return host == null ? "" : Setting.ORIGIN + host + ":" + port + ".";
    }

    private static Change of(String host, int port, String givenKey, String givenValue) {
        String given = givenKey == null ? "" : givenKey.trim();
        String key = given.startsWith(Setting.PREFIX) ? given.substring(Setting.PREFIX.length()) : given;
        String text = givenValue == null ? "" : givenValue.trim();
        Option option = changeable(key, host != null);
        long value = option.values.parse(text);
        if (value == Values.NOT_ALLOWED) {
            throw new IllegalArgumentException(Setting.PREFIX + key + "=" + Warnings.clean(text) + ": "
                    + option.values.objection(text) + "; allowed: " + option.values.allowed()
                    + "; nothing was changed");
        }
        return new Change(host, port, option, value);
    }

    private static Option changeable(String key, boolean oneOrigin) {
        Option option = Option.named(key);
        if (option == null) {
            Option nearest = Nearest.to(key, oneOrigin);
            String meant = nearest == null ? "" : "; did you mean ka." + nearest.key + "?";
            throw new IllegalArgumentException(
                    "unknown key ka." + Warnings.clean(key) + meant + "; can be changed: " + all(oneOrigin));
        }
        if (!isChangeable(option)) {
            throw new IllegalArgumentException("ka." + option.key
                    + " can't be changed while the application runs; can be changed: " + all(oneOrigin));
        }
        if (!option.isFor(oneOrigin)) {
            throw new IllegalArgumentException(
                    "ka." + option.key + " can't be given for one origin; can be changed for one: " + all(oneOrigin));
        }
        return option;
    }

    private static boolean isChangeable(Option option) {
        for (int i = 0; i < CHANGEABLE.length; i++) {
            if (CHANGEABLE[i] == option) {
                return true;
            }
        }
        return false;
    }

    private static String all(boolean oneOrigin) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < CHANGEABLE.length; i++) {
            if (CHANGEABLE[i].isFor(oneOrigin)) {
                keys.append(keys.length() == 0 ? "" : ", ").append(CHANGEABLE[i].key);
            }
        }
        return keys.toString();
    }
}
