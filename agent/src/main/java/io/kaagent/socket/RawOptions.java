package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketOptions;

/**
 * The options of a raw socket, on whatever connection it has at the moment, before it has one and afterwards.
 *
 * <p>Threading: any thread.
 */
final class RawOptions {
    private final RawPool home;
    private final RawSocket raw;
    private final Made made;

    /** @param made what the application's socket came with */
    RawOptions(RawPool home, RawSocket raw, Made made) {
        this.home = home;
        this.raw = raw;
        this.made = made;
    }

    void set(int option, Object value) throws SocketException {
        if (isLeaving()) {
            return;
        }
        Session mine;
        synchronized (made) { // or it would take a connection meanwhile, with the options it had before
            mine = raw.onceConnected();
            if (mine == null) {
                made.created().setOption(option, value);
                return;
            }
        }
        mine.setOption(option, value);
    }

    Object get(int option) throws SocketException {
        if (isLeaving() && (option == SocketOptions.SO_TIMEOUT || option == SocketOptions.SO_LINGER)) {
            return home.newOption(option);
        }
        Session mine = raw.connected();
        return mine != null ? mine.options().get(option) : raw.open().getOption(option);
    }

    <T> void set(SocketOption<T> option, T value) throws IOException {
        Session mine;
        synchronized (made) {
            mine = raw.onceConnected();
            if (mine == null) {
                home.calls().setOption(made.created(), option, value);
                return;
            }
        }
        mine.setOption(option, value);
    }

    <T> T get(SocketOption<T> option) throws IOException {
        Session mine = raw.connected();
        return mine != null ? mine.options().get(option) : home.calls().getOption(raw.open(), option);
    }

    /** The JDK closes the TLS socket whose connection has been given back: what it sets on the way is nobody's any more. */
    private boolean isLeaving() {
        Session mine = raw.session();
        return mine != null && mine.isLeaving();
    }
}
