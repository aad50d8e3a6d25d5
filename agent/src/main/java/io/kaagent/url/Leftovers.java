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
 * <p>They can lie in the buffer of the chunked stream, in the buffered stream that the JDK puts over the socket for each response,
 * and decrypted in a TLS socket. What still lies in the socket of the operating system the look will see ({@code QuietLook}).
 */
final class Leftovers {
    private static final String CHUNKED = "sun.net.www.http.ChunkedInputStream";
    private static final int LAST_LINE = 2;
    private static final Field FILTERED = Members.field("java.io.FilterInputStream", "in");
    private static final Field COUNT = Members.field("java.io.BufferedInputStream", "count");
    private static final Field POSITION = Members.field("java.io.BufferedInputStream", "pos");
    private static final Field CHUNKED_IN = Members.field(CHUNKED, "in");
    private static final Field RAW_POSITION = Members.field(CHUNKED, "rawPos");
    private static final Field RAW_COUNT = Members.field(CHUNKED, "rawCount");

    private Leftovers() {}

    static boolean isKnown() {
        return FILTERED != null
                && COUNT != null
                && POSITION != null
                && CHUNKED_IN != null
                && RAW_POSITION != null
                && RAW_COUNT != null;
    }

    enum Found {
        NOTHING,
        BYTES,
        /** A stack of streams that is not the JDK's own, or closed. */
        UNSURE
    }

    /** @param secured whether the socket may hold bytes that it has decrypted already */
    static Found in(InputStream response, boolean secured) {
        InputStream stream = response;
        try {
            while (stream != null) {
                if (stream instanceof BufferedInputStream) {
                    return inBuffered(stream, secured);
                } else if (isChunked(stream) && hasRawBytes(stream) || JdkBody.isOverrun(stream)) {
                    return Found.BYTES;
                }
                stream = below(stream);
            }
            return Found.UNSURE;
        } catch (IOException e) {
            return Found.UNSURE; // closed, or broken
        }
    }

    /** The buffer that the JDK has put over the socket for one response; null if there is none. */
    static InputStream buffered(InputStream response) {
        InputStream stream = response;
        while (stream != null && !(stream instanceof BufferedInputStream)) {
            stream = below(stream);
        }
        return stream;
    }

    static void setBelow(InputStream filter, InputStream below) {
        Members.set(FILTERED, filter, below);
    }

    private static Found inBuffered(InputStream buffered, boolean secured) throws IOException {
        InputStream below = below(buffered);
        if (below == null) {
            return Found.UNSURE; // closed
        }
        boolean some = (Integer) Members.get(COUNT, buffered) > (Integer) Members.get(POSITION, buffered);
        return some || secured && below.available() > 0 ? Found.BYTES : Found.NOTHING;
    }

    /** What a stream of the JDK's reads from; null if it is closed, or one that is not known. */
    static InputStream below(InputStream stream) {
        if (isChunked(stream)) {
            return (InputStream) Members.get(CHUNKED_IN, stream);
        }
        return stream instanceof FilterInputStream ? (InputStream) Members.get(FILTERED, stream) : null;
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
