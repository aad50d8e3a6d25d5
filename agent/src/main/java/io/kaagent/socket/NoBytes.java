package io.kaagent.socket;

import java.io.InputStream;
import java.io.OutputStream;

/** The streams of a connection that is none. */
final class NoBytes {
    static final InputStream IN = new InputStream() {
        @Override
        public int read() {
            return -1;
        }
    };

    static final OutputStream OUT = new OutputStream() {
        @Override
        public void write(int b) {
            // nobody is there
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            // nobody is there
        }
    };

    private NoBytes() {}
}
