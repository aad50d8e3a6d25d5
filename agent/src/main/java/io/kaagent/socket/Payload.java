package io.kaagent.socket;

import java.io.IOException;

/**
 * The bytes of the application on the connection that a raw socket has at the moment; with TLS, those above it.
 *
 * <p>Threading: reading under the read lock, writing under the write lock.
 */
final class Payload {
    private final RawPool home;
    private final Link link;
    private final Talk talk;

    Payload(RawPool home, Link link, Talk talk) {
        this.home = home;
        this.link = link;
        this.talk = talk;
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        Secured tls = link.secured();
        if (tls == null) {
            return link.connected().in.read(bytes, from, length);
        }
        tls.handshake.begins(); // it ends before the answer that is waited for: whoever writes sees that
        return tls.custody().decrypted().read(bytes, from, length);
    }

    void send(byte[] bytes, int from, int length) throws IOException {
        Secured tls = link.secured();
        if (tls == null) {
            link.connected().out.write(bytes, from, length);
        } else {
            tls.handshake.begins();
            tls.custody().decrypted().write(bytes, from, length);
            tls.handshake.ends();
            link.dispatch().said();
        }
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        boolean done = false;
        try {
            send(bytes, from, length);
            done = true;
        } finally {
            if (!done) {
                talk.spoil();
            }
        }
    }

    /** As much as can be read without waiting, and at times less. */
    int available() throws IOException {
        Secured tls = link.secured();
        return tls == null
                ? link.connected().available()
                : tls.custody().decrypted().available();
    }

    void shutdownOutput() throws IOException {
        talk.spoil();
        home.calls().shutdownOutput(link.connected().impl);
    }
}
