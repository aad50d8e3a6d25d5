package io.kaagent.config;

/** What becomes of a request's {@code Connection: close}, a field for the next hop alone (RFC 9110, 7.6.1). */
public enum CloseHeader {
    /** The server gets {@code keep-alive} in its place; the application sees what it would have seen. */
    REWRITE,
    /** It goes out as it is, and the connection ends with its answer. */
    HONOUR
}
