package io.kaagent.socket;

import io.kaagent.pool.Origin;
import io.kaagent.tcp.TcpOptions;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketOptions;

/**
 * The options of one connection, from owner to owner. What an owner sets never reaches the next: at the change each option becomes
 * what it is on the socket the next one has made. Two of them the agent needs for itself while a connection is pooled, keepalive
 * and no-delay (rule 28); what an owner asks about these is answered from what the owner has set.
 *
 * <p>Threading: its connection's owner.
 */
final class KernelOptions implements TcpOptions.Target {
    private static final int[] CARRIED = {
        SocketOptions.SO_LINGER, SocketOptions.IP_TOS, SocketOptions.SO_OOBINLINE, SocketOptions.SO_REUSEADDR
    };

    private final RawPool home;
    private final SocketImpl impl;
    private Object[] carried;
    private boolean extended;
    private boolean keepAlive; // on, because the pool wants it so
    private boolean noDelay;
    private Object ownersKeepAlive;
    private Object ownersNoDelay;

    KernelOptions(RawPool home, SocketImpl impl) {
        this.home = home;
        this.impl = impl;
    }

    /** Makes them those of a socket that its next owner has made. */
    void takeFrom(Made made) throws SocketException {
        if (carried == null) {
            carried = new Object[CARRIED.length];
            for (int i = 0; i < CARRIED.length; i++) {
                carried[i] = impl.getOption(CARRIED[i]);
            }
        }
        for (int i = 0; i < CARRIED.length; i++) {
            Object wanted = made.getOption(CARRIED[i]);
            if (!wanted.equals(carried[i])) {
                impl.setOption(CARRIED[i], wanted);
                carried[i] = wanted;
            }
        }
        impl.setOption(SocketOptions.SO_TIMEOUT, made.getOption(SocketOptions.SO_TIMEOUT));
        ownersKeepAlive = made.getOption(SocketOptions.SO_KEEPALIVE);
        ownersNoDelay = made.getOption(SocketOptions.TCP_NODELAY);
        setUnless(keepAlive, SocketOptions.SO_KEEPALIVE, ownersKeepAlive);
        setUnless(noDelay, SocketOptions.TCP_NODELAY, ownersNoDelay);
    }

    /** What the owner sets. */
    void set(int option, Object value) throws SocketException {
        if (option == SocketOptions.SO_KEEPALIVE && ownersKeepAlive != null) {
            if (!(keepAlive && Boolean.TRUE.equals(value))) {
                impl.setOption(option, value);
                keepAlive = false;
            }
            ownersKeepAlive = value;
        } else if (option == SocketOptions.TCP_NODELAY && ownersNoDelay != null) {
            if (!(noDelay && Boolean.TRUE.equals(value))) {
                impl.setOption(option, value);
                noDelay = false;
            }
            ownersNoDelay = value;
        } else {
            impl.setOption(option, value);
            carried = isCarried(option) ? null : carried;
            keepAlive = keepAlive && option != SocketOptions.SO_KEEPALIVE;
            noDelay = noDelay && option != SocketOptions.TCP_NODELAY;
        }
    }

    /** The owner has set one by its name: what was carried over may not be what is there. */
    void isSetByName() {
        carried = null;
    }

    /** The owner has set it, by its name. */
    void isSet(int option, Object value) {
        if (option == SocketOptions.SO_KEEPALIVE && ownersKeepAlive != null) {
            ownersKeepAlive = value;
        } else if (option == SocketOptions.TCP_NODELAY && ownersNoDelay != null) {
            ownersNoDelay = value;
        }
    }

    /** What the owner sees. */
    Object get(int option) throws SocketException {
        Object seen = impl.getOption(option); // asked even where it is not told: a closed socket throws
        if (option == SocketOptions.SO_KEEPALIVE && ownersKeepAlive != null) {
            return ownersKeepAlive;
        }
        return option == SocketOptions.TCP_NODELAY && ownersNoDelay != null ? ownersNoDelay : seen;
    }

    /** {@code SO_LINGER} 0: the owner wants a reset, not a goodbye. */
    boolean isAbortive() {
        try {
            return Integer.valueOf(0).equals(carried == null ? impl.getOption(SocketOptions.SO_LINGER) : carried[0]);
        } catch (SocketException e) {
            return true; // closed
        }
    }

    /** Rule 28, and no lingering: the pool's own close must not wait for the peer. */
    void prepareForThePool(Origin origin) {
        TcpOptions wanted = home.settings().tcp(origin);
        if (!extended || wanted.keepAlive() && !keepAlive || wanted.noDelay() && !noDelay) {
            wanted.applyTo(this, home.settings());
            extended = true;
        }
        if (carried == null || !Boolean.FALSE.equals(carried[0])) {
            stopLingering();
        }
    }

    @Override
    public void setTcpNoDelay() throws IOException {
        impl.setOption(SocketOptions.TCP_NODELAY, Boolean.TRUE);
        noDelay = true;
    }

    @Override
    public void setKeepAlive() throws IOException {
        impl.setOption(SocketOptions.SO_KEEPALIVE, Boolean.TRUE);
        keepAlive = true;
    }

    @Override
    public void set(SocketOption<Integer> option, Integer value) throws IOException {
        home.calls().setOption(impl, option, value);
    }

    private void setUnless(boolean isOurs, int option, Object wanted) throws SocketException {
        if (!isOurs && !wanted.equals(impl.getOption(option))) {
            impl.setOption(option, wanted);
        }
    }

    private void stopLingering() {
        try {
            if (!Boolean.FALSE.equals(impl.getOption(SocketOptions.SO_LINGER))) {
                impl.setOption(SocketOptions.SO_LINGER, Boolean.FALSE);
            }
            if (carried != null) {
                carried[0] = Boolean.FALSE;
            }
        } catch (SocketException e) {
            home.settings().refused("SO_LINGER", e);
        }
    }

    private static boolean isCarried(int option) {
        for (int carriedOption : CARRIED) {
            if (carriedOption == option) {
                return true;
            }
        }
        return false;
    }
}
