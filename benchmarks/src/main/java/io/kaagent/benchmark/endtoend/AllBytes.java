package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads to the end, as JDK 8 can't by itself. */
final class AllBytes {
    private AllBytes() {}

    /** @param expected so many, perhaps */
    static byte[] of(InputStream in, int expected) throws IOException {
        byte[] bytes = new byte[Math.max(expected, 0) + 1024];
        int filled = 0;
        for (int got = in.read(bytes); got >= 0; got = in.read(bytes, filled, bytes.length - filled)) {
            filled += got;
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * filled);
            }
        }
        return Arrays.copyOf(bytes, filled);
    }
}
