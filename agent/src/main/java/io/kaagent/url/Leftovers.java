package io.kaagent.url;

import io.kaagent.jdk.Members;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;

/**
 * Rule 14, "bytes left over": after a response was read, has anything arrived that did not belong to it? The JDK never asks, and
 * reads such bytes as the next request's response.
 *
 * <p>They can lie in three places: in the buffer of the chunked stream, in the buffered stream that the JDK puts over the socket
 * for each response, and in the socket (or decrypted in the TLS socket). The last two answer to {@code available()}.
 */
final class Leftovers {
    private static final String CHUNKED = "sun.net.www.http.ChunkedInputStream";
    private static final int LAST_LINE = 2;
    private static final Field FILTERED = Members.field("java.io.FilterInputStream", "in");
    private static final Field CHUNKED_IN = Members.field(CHUNKED, "in");
    private static final Field RAW_POSITION = Members.field(CHUNKED, "rawPos");
    private static final Field RAW_COUNT = Members.field(CHUNKED, "rawCount");

    private Leftovers() {}

    static boolean isKnown() {
        return FILTERED != null && CHUNKED_IN != null && RAW_POSITION != null && RAW_COUNT != null;
    }

    enum Found {
        NOTHING,
        BYTES,
        /** A stack of streams that is not the JDK's own, or closed. */
        UNSURE
    }

    static Found in(InputStream response) {
        InputStream stream = response;
        try {
            while (stream != null) {
                if (stream instanceof BufferedInputStream) {
                    return stream.available() == 0 ? Found.NOTHING : Found.BYTES;
                } else if (isChunked(stream)) {
                    if (hasRawBytes(stream)) {
                        return Found.BYTES;
                    }
                    stream = (InputStream) Members.get(CHUNKED_IN, stream);
                } else if (stream instanceof FilterInputStream) {
                    stream = (InputStream) Members.get(FILTERED, stream); // KeepAliveStream, MeteredStream
                } else {
                    return Found.UNSURE;
                }
            }
            return Found.UNSURE;
        } catch (IOException e) {
            return Found.UNSURE; // closed, or broken
        }
    }

    private static boolean isChunked(InputStream stream) {
        return CHUNKED_IN.getDeclaringClass().isInstance(stream);
    }

    /** At the end of a chunked body the JDK leaves the position before the last line, which is empty: CR and LF. */
    private static boolean hasRawBytes(InputStream stream) {
        int behind = (Integer) Members.get(RAW_COUNT, stream) - (Integer) Members.get(RAW_POSITION, stream);
        return behind > LAST_LINE;
    }
}
