package io.kaagent.url;

/** What is to be known of the head of an answer. Immutable; one for each, by which it is told from the next. */
final class Answered {
    private static final String SERVER = "WWW-Authenticate";
    private static final String PROXY = "Proxy-Authenticate";
    private static final String[] ENDLESS = {"text/event-stream", "multipart/x-mixed-replace"};

    /** Whether it answers the request, and is no interim answer. */
    final boolean isOfRequest;

    /** A stream of events or pictures has no end worth waiting for. */
    final boolean isEndless;

    /** It asks for credentials that are those of the connection. */
    final boolean bindsToUser;

    Answered(Object headers) {
        isOfRequest = Fields.isFinalAnswer(headers);
        isEndless = Fields.begins(Fields.last(headers, "Content-Type"), ENDLESS);
        bindsToUser =
                (Fields.last(headers, SERVER) != null || Fields.last(headers, PROXY) != null) && asksForUser(headers);
    }

    private static boolean asksForUser(Object headers) {
        for (int i = 1; Fields.has(headers, i); i++) {
            String name = Fields.name(headers, i);
            if ((SERVER.equalsIgnoreCase(name) || PROXY.equalsIgnoreCase(name))
                    && BoundToUser.isBound(Fields.value(headers, i))) {
                return true;
            }
        }
        return false;
    }
}
