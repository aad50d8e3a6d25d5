package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketOptions;

/** The socket options as the owner of a raw socket sets and sees them: on its connection, and on the one that may take its place. */
final class OwnersOptions {
    private final RawPool home;
    private final Link link;
    private final Talk talk;
    private volatile boolean setByName;

    OwnersOptions(RawPool home, Link link, Talk talk) {
        this.home = home;
        this.link = link;
        this.talk = talk;
    }

    void set(int option, Object value) throws SocketException {
        synchronized (link.made()) { // or the connection might be another's by then
            if (option == SocketOptions.SO_RCVBUF || option == SocketOptions.SO_SNDBUF) {
                talk.spoil(); // the kernel has stopped tuning it, for good
            }
            Made spare = link.trial().spare();
            RawConnection current = link.current();
            if (current == null) {
                link.made().setOption(option, value); // the one that is being opened will have it
                return;
            }
            try {
                current.options.set(option, value);
            } catch (SocketException e) {
                if (!current.isReplaced()) {
                    throw e;
                }
                // the one that takes its place has it
            }
            if (spare != null) {
                setOnSpare(spare, option, value);
            }
        }
    }

    Object get(int option) throws SocketException {
        RawConnection current = link.current();
        if (current == null) {
            return link.made().getOption(option);
        }
        try {
            return current.options.get(option);
        } catch (SocketException e) {
            if (!current.isReplaced()) {
                throw e;
            }
            Made spare = link.trial().spare();
            return spare == null
                    ? link.current().options.get(option)
                    : spare.created().getOption(option);
        }
    }

    /** What is set by name can't be set back: this JDK may have options that nobody here knows. */
    <T> void set(SocketOption<T> option, T value) throws IOException {
        synchronized (link.made()) {
            talk.spoil();
            setByName = true;
            Made spare = link.trial().spare();
            if (spare != null) {
                talk.makeUnrepeatable(); // simpler than to know whether it is still there when it has been set
            }
            RawConnection current = link.current();
            if (current == null) {
                link.made().setOption(option, value);
                return;
            }
            try {
                set(current, option, value);
            } catch (IOException e) {
                if (!current.isReplaced()) {
                    throw e;
                }
                // as above
            }
            if (spare != null) {
                setOnSpare(spare, option, value);
            }
        }
    }

    private <T> void set(RawConnection current, SocketOption<T> option, T value) throws IOException {
        home.calls().setOption(current.impl, option, value);
        current.options.isSetByName();
        if (option.name().equals("TCP_NODELAY")) {
            current.options.isSet(SocketOptions.TCP_NODELAY, value);
        } else if (option.name().equals("SO_KEEPALIVE")) {
            current.options.isSet(SocketOptions.SO_KEEPALIVE, value);
        }
    }

    @SuppressWarnings("unchecked") // an option is of one type, under a name as under a number
    <T> T get(SocketOption<T> option) throws IOException {
        RawConnection current = link.current();
        if (current == null) {
            return home.calls().getOption(link.made().created(), option);
        }
        T seen = home.calls().getOption(current.impl, option);
        Object usual = current.wasUsed() && !setByName ? home.namedOptions().usual(option) : null;
        if (usual != null) {
            return (T) usual; // what the pool needs for itself is none of the owner's
        }
        if (option.name().equals("TCP_NODELAY")) {
            return (T) get(SocketOptions.TCP_NODELAY);
        }
        return option.name().equals("SO_KEEPALIVE") ? (T) get(SocketOptions.SO_KEEPALIVE) : seen;
    }

    private void setOnSpare(Made spare, int option, Object value) throws SocketException {
        try {
            spare.setOption(option, value);
        } catch (SocketException e) {
            if (link.trial().spare() == spare) {
                throw e;
            }
            // closed meanwhile, since the answer has begun: nobody needs it any more
        }
    }

    private <T> void setOnSpare(Made spare, SocketOption<T> option, T value) throws IOException {
        try {
            spare.setOption(option, value);
        } catch (IOException e) {
            if (link.trial().spare() == spare) {
                throw e;
            }
            // as above
        }
    }
}
