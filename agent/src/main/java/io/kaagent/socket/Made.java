package io.kaagent.socket;

import java.net.SocketException;
import java.net.SocketImpl;

/**
 * What an application's socket came with: an impl of the platform's, created, with the options that its owner wants, and not
 * connected. Where the owner cannot have set any yet, they are not asked for: each is a call into the kernel.
 */
final class Made {
    final SocketImpl impl;
    private final NewOptions untouched;

    /** @param untouched the options of a new socket, if this is one; else null */
    Made(SocketImpl impl, NewOptions untouched) {
        this.impl = impl;
        this.untouched = untouched;
    }

    /** Whether its owner has set no option for certain. */
    boolean isUntouched() {
        return untouched != null;
    }

    /** As {@link SocketImpl#getOption}. */
    Object getOption(int option) throws SocketException {
        return untouched == null ? impl.getOption(option) : untouched.of(impl, option);
    }
}
