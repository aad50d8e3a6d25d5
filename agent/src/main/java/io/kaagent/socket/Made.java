package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.ArrayList;
import java.util.List;

/**
 * What an application's socket came with: an impl of the platform's, with the options that its owner wants, and not connected. As
 * long as nobody has set an option the kernel need not know of it: a socket that gets a used connection never creates its own.
 *
 * <p>Threading: any thread. Nothing in here waits.
 */
final class Made {
    private final ImplCalls calls;
    private final SocketImpl impl;
    private final NewOptions newOptions;
    private final List<Object[]> later = new ArrayList<Object[]>(0);
    private boolean created;
    private boolean closed;

    /**
     * @param impl created, or not yet
     * @param newOptions of one that was created just now
     */
    Made(ImplCalls calls, SocketImpl impl, NewOptions newOptions) {
        this.calls = calls;
        this.impl = impl;
        this.newOptions = newOptions;
        this.created = calls.getFileDescriptor(impl) != null;
    }

    /** To look at, or to compare. */
    SocketImpl impl() {
        return impl;
    }

    /** The platform creates a socket. One that connections are for is created when it is needed. */
    void create(boolean stream) throws IOException {
        if (!stream) {
            calls.create(impl, false);
        }
    }

    /**
     * To do something with.
     *
     * @throws SocketException if the process has no descriptor left, or it is closed
     */
    synchronized SocketImpl created() throws SocketException {
        if (!created) {
            if (closed) {
                throw new SocketException("Socket closed");
            }
            try {
                calls.create(impl, true);
            } catch (SocketException e) {
                throw e;
            } catch (IOException e) {
                throw new SocketException(e.getMessage()); // as java.net.Socket does
            }
            created = true;
            for (Object[] each : later) {
                impl.setOption((Integer) each[0], each[1]);
            }
            later.clear();
        }
        return impl;
    }

    /** Whether its owner has set no option for certain. */
    synchronized boolean isUntouched() {
        return !created && later.isEmpty();
    }

    /** As {@link SocketImpl#getOption}. */
    Object getOption(int option) throws SocketException {
        return isUntouched() ? newOptions.get(option) : created().getOption(option);
    }

    /** As {@link SocketImpl#setOption}, at once or when it is created. */
    synchronized void setOption(int option, Object value) throws SocketException {
        if (created || closed) {
            impl.setOption(option, value);
        } else {
            later.add(new Object[] {option, value});
        }
    }

    /** As the platform's own close, also of one that was never created. */
    void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        calls.close(impl);
    }
}
