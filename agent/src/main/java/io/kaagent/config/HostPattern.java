package io.kaagent.config;

/**
 * Which origins a {@code ka.origin.} option is for: {@code legacy}, {@code *.example.com}, {@code *}, {@code 10.0.0.1} or {@code
 * [::1]}, each with an optional {@code :port}. Names are compared as they are written, without regard to case and without DNS.
 */
final class HostPattern {
    static final String ALLOWED =
            "a host name, *.domain, *, an IPv4 address or [an IPv6 address], then :port if wanted";

    private static final int ANY_PORT = -1;
    private static final int EXACT_HOST = 1 << 16;

    private final boolean wildcard;
    /** Without the star of a wildcard, without the brackets of an IPv6 address. */
    private final String host;

    private final int port;

    private HostPattern(boolean wildcard, String host, int port) {
        this.wildcard = wildcard;
        this.host = host;
        this.port = port;
    }

    /** Null if the text is no host pattern. */
    static HostPattern parse(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') + 1 : hostEnd(text);
        int port = port(text, end);
        if (end == 0 || port == 0) {
            return null;
        }
        if (text.charAt(0) == '[') {
            String address = text.substring(1, end - 1);
            return address.indexOf(':') >= 0 && isClean(address) ? new HostPattern(false, address, port) : null;
        }
        boolean wildcard = text.charAt(0) == '*';
        String host = text.substring(wildcard ? 1 : 0, end);
        boolean domain = host.length() > 1 && host.charAt(0) == '.';
        return isClean(host) && (!wildcard || host.isEmpty() || domain) ? new HostPattern(wildcard, host, port) : null;
    }

    boolean matches(String asked, int askedPort) {
        if (port != ANY_PORT && port != askedPort) {
            return false;
        }
        boolean bracketed = asked.startsWith("[") && asked.endsWith("]");
        int from = bracketed ? 1 : 0;
        int length = asked.length() - 2 * from;
        // *.example.com is not example.com, and not .example.com either
        boolean fits = wildcard ? host.isEmpty() || length > host.length() : length == host.length();
        return fits && asked.regionMatches(true, from + length - host.length(), host, 0, host.length());
    }

    /** A bare {@code *}. */
    boolean isEveryOrigin() {
        return wildcard && host.isEmpty() && port == ANY_PORT;
    }

    /** Greater for the more specific one: an exact host, then the longer wildcard, and of two alike the one with a port. */
    int rank() {
        return (wildcard ? 0 : EXACT_HOST) + 2 * host.length() + (port == ANY_PORT ? 0 : 1);
    }

    private static int hostEnd(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text.length() : colon;
    }

    /** 0 if what follows the host is no port. */
    private static int port(String text, int end) {
        if (end == text.length()) {
            return ANY_PORT;
        }
        long port = text.charAt(end) == ':' ? Values.digits(text.substring(end + 1)) : 0;
        return port > 0 && port <= 65_535 ? (int) port : 0;
    }

    private static boolean isClean(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) <= ' ' || "*/@[]\\?#".indexOf(host.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
