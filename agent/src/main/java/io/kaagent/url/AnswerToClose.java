package io.kaagent.url;

/**
 * How a server answers a request that asks it to close: learned from answers to requests that were sent so, and put on the answers to
 * those that were sent with {@code keep-alive} instead. Only fields that are between the two ends of a connection (RFC 9110, 7.6.1),
 * or frame the body on it (RFC 9112, 6), are concerned. Immutable.
 *
 * <p>A body of unknown length is ended by the close, or chunked all the same. As long as no such answer was seen, ended by the close is
 * assumed: an application that hands fields on to others must never find a {@code Transfer-Encoding} that was not there before. The
 * body itself the JDK has taken out of its chunks.
 */
final class AnswerToClose {
    private final LearnedField[] fields;
    private final boolean lengthSeenUnknown;
    private final boolean chunks;

    /**
     * @param before what was known of this server; null for nothing
     * @param mayHaveBody false for an answer to HEAD
     */
    AnswerToClose(AnswerToClose before, Object answer, boolean mayHaveBody) {
        fields = new LearnedField[] {
            new LearnedField("Connection", answer),
            new LearnedField("Proxy-Connection", answer),
            new LearnedField("Keep-Alive", answer)
        };
        boolean unknown = mayHaveBody && hasBody(answer) && Fields.indexOf(answer, "Content-Length") < 0;
        lengthSeenUnknown = unknown || before != null && before.lengthSeenUnknown;
        chunks = unknown ? isChunked(answer) : before != null && before.chunks;
    }

    /** Makes an answer what it would have been if the server had been asked to close. */
    void dress(Object answer) {
        if (!saysClose(answer)) {
            for (LearnedField field : fields) {
                field.applyTo(answer);
            }
        }
        if (!chunks && isChunked(answer)) {
            Fields.remove(answer, "Transfer-Encoding");
            Fields.remove(answer, "Trailer");
        }
    }

    /** Whether a body of unknown length was among the answers. */
    boolean knowsUnknownLength() {
        return lengthSeenUnknown;
    }

    private static boolean saysClose(Object answer) {
        return "close".equalsIgnoreCase(Fields.last(answer, "Connection"));
    }

    private static boolean isChunked(Object answer) {
        return "chunked".equalsIgnoreCase(Fields.last(answer, "Transfer-Encoding"));
    }

    private static boolean hasBody(Object answer) {
        String status = Fields.value(answer, 0);
        return status.indexOf(" 204") < 0 && status.indexOf(" 304") < 0;
    }
}
