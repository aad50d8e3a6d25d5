package io.kaagent.pool;

/** Scheme, host and port as the caller named them: no DNS. The limits of rule 6 are counted by origin. Immutable. */
public final class Origin {
    private final String scheme;
    private final String host;
    private final int port;

    /** Made when first asked for, by whoever asks: a recording asks with each event. */
    private String text;

    /**
     * @param scheme lower case
     * @param host lower case
     * @param port the default port filled in
     */
    public Origin(String scheme, String host, int port) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
    }

    public String scheme() {
        return scheme;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** Whether its connections are of TLS. */
    public boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Origin)) {
            return false;
        }
        Origin that = (Origin) other;
        return port == that.port && host.equals(that.host) && scheme.equals(that.scheme);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /** {@code http://host:80}. */
    @Override
    public String toString() {
        String made = text;
        if (made == null) {
            made = scheme + "://" + host + ':' + port;
            text = made;
        }
        return made;
    }
}
