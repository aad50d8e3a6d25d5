package io.kaagent.socket;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an application's socket came with: an impl of the platform's, with the options that its owner wants, and not connected. As
 * long as nobody has set an option the kernel need not know of it: a socket that gets a used connection never creates its own.
 *
 * <p>Threading: any thread; its monitor is also held where a used connection takes over its options. Nothing in here waits.
 */
final class Made {
    private final ImplCalls calls;
    private final SocketImpl impl;
    private final NewOptions newOptions;
    private Map<Object, Object> later;
    private boolean created;
    private boolean closed;

    /**
     * @param created whether the platform has created it, or tried to
     * @param newOptions of one that was created just now
     */
    Made(ImplCalls calls, SocketImpl impl, boolean created, NewOptions newOptions) {
        this.calls = calls;
        this.impl = impl;
        this.created = created;
        this.newOptions = newOptions;
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
        if (!isCreated()) {
            if (closed) {
                throw new SocketException("Socket closed");
            }
            try {
                calls.create(impl, true);
            } catch (IOException e) {
                if (!isCreated()) {
                    throw e instanceof SocketException ? (SocketException) e : new SocketException(e.getMessage());
                }
            }
            created = true;
            setWhatIsLeft();
        }
        return impl;
    }

    /** Whether its owner has set no option for certain. */
    synchronized boolean isUntouched() {
        return !isCreated() && later == null;
    }

    /** JDK 8 to 12: created, and closed since, as by a connect that failed. Later ones can't be told, and say the same to everything. */
    synchronized boolean isGone() {
        return created && calls.getFileDescriptor(impl) == null;
    }

    /** As {@link SocketImpl#getOption}. */
    Object getOption(int option) throws SocketException {
        return isUntouched() ? newOptions.get(option) : created().getOption(option);
    }

    /** As {@link SocketImpl#setOption}, at once or when it is created. */
    synchronized void setOption(int option, Object value) throws SocketException {
        if (isCreated() || closed) {
            impl.setOption(option, value);
        } else {
            later(option, value);
        }
    }

    /** The same by name. */
    synchronized <T> void setOption(SocketOption<T> option, T value) throws IOException {
        if (isCreated() || closed) {
            calls.setOption(impl, option, value);
        } else {
            later(option, value);
        }
    }

    /** As the platform's own close, also of one that was never created. */
    void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        calls.close(impl);
    }

    private void later(Object option, Object value) {
        if (later == null) {
            later = new LinkedHashMap<Object, Object>();
        }
        later.put(option, value);
    }

    @SuppressWarnings("unchecked") // as it was given to us
    private void setWhatIsLeft() throws SocketException {
        if (later == null) {
            return;
        }
        for (Map.Entry<Object, Object> each : later.entrySet()) {
            if (each.getKey() instanceof Integer) {
                impl.setOption((Integer) each.getKey(), each.getValue());
            } else {
                try {
                    calls.setOption(impl, (SocketOption<Object>) each.getKey(), each.getValue());
                } catch (IOException e) {
                    throw e instanceof SocketException ? (SocketException) e : new SocketException(e.getMessage());
                }
            }
        }
        later = null;
    }

    /** JDK 21 and later: another thread that sets an option may have been creating it when it was wrapped. */
    private boolean isCreated() {
        if (!created) {
            FileDescriptor descriptor = calls.getFileDescriptor(impl);
            created = descriptor != null && descriptor.valid();
        }
        return created;
    }
}
