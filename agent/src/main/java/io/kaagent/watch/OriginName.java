package io.kaagent.watch;

/** An origin as people name it. */
public final class OriginName {
    private OriginName() {}

    /** As options name it, {@code host:port}; with {@code https://} in front where it is. Without a port that goes without saying. */
    public static String shown(String given) {
        String origin = printable(given);
        if (origin.startsWith("http://")) {
            return without(":80", origin.substring("http://".length()));
        }
        return without(":443", origin);
    }

    /** A name that nobody has looked up may have anything in it. */
    private static String printable(String origin) {
        StringBuilder text = new StringBuilder(origin);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                text.setCharAt(i, '?');
            }
        }
        return text.toString();
    }

    private static String without(String port, String origin) {
        return origin.endsWith(port) ? origin.substring(0, origin.length() - port.length()) : origin;
    }
}
