package io.kaagent.socket;

import java.io.IOException;

/** What the streams of a socket are made of. Any thread. */
interface Passage {
    int read() throws IOException;

    int read(byte[] bytes, int from, int length) throws IOException;

    int available() throws IOException;

    void write(int b) throws IOException;

    void write(byte[] bytes, int from, int length) throws IOException;
}
