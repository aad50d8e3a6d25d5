package io.kaagent.it.child.mix;

/** How the end of a body is told. */
enum Framing {
    LENGTH,
    CHUNKED,
    /** By the end of the connection. */
    CLOSE
}
