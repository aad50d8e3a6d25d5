package io.kaagent.http1;

/** A parser of HTTP/1.x streams. */
interface StreamReader {
    Reading requests(byte[] stream, int length);

    /** @param toHead which of the answers are answers to a HEAD; those beyond it are not */
    Reading responses(byte[] stream, int length, boolean[] toHead);
}
