package io.kaagent.it.child.mix;

/** How the body of a request is sent. */
enum Upload {
    NONE,
    BUFFERED,
    /** {@code setFixedLengthStreamingMode}. */
    FIXED,
    /** {@code setChunkedStreamingMode}. */
    CHUNKED
}
