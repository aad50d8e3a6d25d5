package io.kaagent.url;

/**
 * The responses that are being read, each on its own thread: between {@code HttpClient.parseHTTP} and its end.
 *
 * <p>Threading: any thread.
 */
final class Reading {
    private final ThreadLocal<Response> current = new ThreadLocal<Response>();

    /** The JDK waits for a response on this connection. It does so again within, where it sends a request once more. */
    void begin(PooledClient pooled) {
        Response outer = current.get();
        if (outer != null) {
            outer.putBack(); // the same fields are filled anew
        }
        current.set(new Response(pooled, outer));
    }

    /** A head was read, and nothing decided yet. */
    void headRead(Object headers) {
        Response response = current.get();
        if (response != null) {
            response.headRead(headers);
        }
    }

    /** It has been decided, or has failed. */
    void end() {
        Response response = current.get();
        if (response != null) {
            response.putBack();
            current.set(response.outer);
        }
    }

    private static final class Response {
        private final PooledClient pooled;
        private final Response outer;
        private ConnectionField simplified;

        Response(PooledClient pooled, Response outer) {
            this.pooled = pooled;
            this.outer = outer;
        }

        void headRead(Object headers) {
            putBack();
            if (!ConnectionField.isUnderstood(headers) && Fields.isFinalAnswer(headers)) {
                if (ConnectionField.saysClose(headers)) {
                    pooled.useOnce();
                }
                simplified = ConnectionField.simplify(headers);
            }
        }

        void putBack() {
            if (simplified != null) {
                simplified.putBack();
                simplified = null;
            }
        }
    }
}
