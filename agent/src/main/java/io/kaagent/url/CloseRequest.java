package io.kaagent.url;

/**
 * What became of the {@code Connection: close} of the request that is under way on a connection.
 *
 * <p>While the JDK writes the request, its field holds {@code keep-alive}; after that it has its own value again, since the JDK keeps
 * one list of fields for what it sends and for what the application may ask.
 *
 * <p>Threading: the thread that runs the request.
 */
final class CloseRequest {
    static final String NAME = "Connection";
    static final int NONE = -1;

    private static final String CLOSE = "close";
    private static final String KEEP_ALIVE = "keep-alive";

    private enum State {
        NOT_ASKED,
        SENT,
        REPLACED,
        DRESSED
    }

    private State state = State.NOT_ASKED;
    private boolean head;
    private AnswerToClose known;
    private Object changed;
    private int at;
    private String name;
    private String was;

    /** Where a request asks to close, if nothing speaks against asking for the opposite; else {@link #NONE}. */
    static int indexIn(Object request) {
        if (!isClose(Fields.last(request, NAME))) {
            return NONE;
        }
        int found = NONE;
        for (int i = 1; Fields.has(request, i); i++) {
            String name = Fields.name(request, i);
            if (NAME.equalsIgnoreCase(name)) {
                if (found != NONE || !isClose(Fields.value(request, i))) {
                    return NONE; // with other options beside it, it isn't ours to change
                }
                found = i;
            } else if ("Upgrade".equalsIgnoreCase(name)) {
                return NONE;
            }
        }
        return found;
    }

    static boolean isClose(String value) {
        return value != null && CLOSE.equalsIgnoreCase(value.trim());
    }

    void notAsked() {
        state = State.NOT_ASKED;
        known = null;
    }

    /** It goes out as it is, for its answer to be learned. */
    void sent(Object request) {
        state = State.SENT;
        head = isHead(request);
    }

    /** It goes out as keep-alive, and its answer is made what is known. */
    void replace(Object request, int index, AnswerToClose answer) {
        known = answer;
        at = index;
        name = Fields.name(request, index);
        was = Fields.value(request, index);
        changed = request;
        Fields.set(request, index, name, KEEP_ALIVE);
        state = State.REPLACED;
    }

    /** The request is written, or could not be. */
    void putBack() {
        Object request = changed;
        if (request != null) {
            changed = null;
            Fields.set(request, at, name, was);
        }
    }

    boolean isToBeLearned() {
        return state == State.SENT;
    }

    /** What is learned from its answer. Once for each answer. */
    AnswerToClose learn(AnswerToClose before, Object answer) {
        state = State.NOT_ASKED;
        return new AnswerToClose(before, answer, !head);
    }

    /** Where it went out as keep-alive. Once for each answer. */
    void dress(Object answer) {
        if (state == State.REPLACED) {
            state = State.DRESSED;
            known.dress(answer);
        }
    }

    boolean isDressed() {
        return state == State.DRESSED;
    }

    private static boolean isHead(Object request) {
        String line = Fields.requestLine(request);
        return line != null && line.startsWith("HEAD ");
    }
}
