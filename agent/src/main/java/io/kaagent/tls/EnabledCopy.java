package io.kaagent.tls;

import java.util.List;

/**
 * A copy of what TLS sockets have enabled: their protocols, or their cipher suites. The JDK keeps such a list for a socket, of values of
 * its own, and gives it another one when it is set, but never changes one. The list of a context's sockets is one and the same, so that one
 * copy of the last one seen will do for most. Refers to nothing of the application's.
 *
 * <p>Threading: immutable; any thread.
 */
final class EnabledCopy {
    private final List<?> list;
    private final Object[] values;

    EnabledCopy(List<?> list, Object[] values) {
        this.list = list;
        this.values = values;
    }

    Object[] values() {
        return values;
    }

    /** Looked through all the same, to see where somebody has reached into the JDK's lists. */
    boolean isOf(Object other) {
        boolean same = list == other && list.size() == values.length;
        for (int i = 0; same && i < values.length; i++) {
            same = list.get(i) == values[i];
        }
        return same;
    }
}
