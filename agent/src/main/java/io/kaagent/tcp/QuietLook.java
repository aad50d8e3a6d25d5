package io.kaagent.tcp;

import io.kaagent.jdk.Members;
import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Rule 8: is a socket quiet, that is: connected, with neither bytes, nor end of stream, nor an error waiting? One {@code poll} with
 * a timeout of zero on the descriptor; nothing is read, nothing waits. For TLS the look is at the plain socket below: a
 * close_notify, an alert, or data nobody asked for are all bytes there.
 *
 * <p>A socket whose descriptor can't be seen (a foreign class that wraps another socket) is asked by a read with a time-out of 1 ms,
 * as other pools do it. If that read finds a byte the byte is lost, but so is the connection: it is not quiet.
 *
 * <p>Never throws.
 */
public final class QuietLook {
    private static final Method POLL =
            Members.method("sun.nio.ch.Net", "poll", FileDescriptor.class, int.class, long.class);
    private static final Object POLLIN = pollIn();
    private static final Object NO_WAIT = Long.valueOf(0);

    private QuietLook() {}

    /** Whether the socket may carry another request. The caller must own the connection: nobody else may read from it. */
    public static boolean isQuiet(Socket socket) {
        try {
            if (socket.isClosed()) {
                return false;
            }
            FileDescriptor descriptor = pollable(socket);
            return descriptor == null ? isQuietByReading(socket) : isQuiet(descriptor);
        } catch (Exception e) {
            return false; // an error on the socket is an answer too: not quiet
        }
    }

    /** The same without ever reading, so that it does no harm while another thread uses the socket; in doubt true. */
    public static boolean seemsQuiet(Socket socket) {
        try {
            FileDescriptor descriptor = pollable(socket);
            return descriptor == null ? !socket.isClosed() : isQuiet(descriptor);
        } catch (Exception e) {
            return false;
        }
    }

    /** POLLHUP and POLLERR are reported unasked; anything but 0 is news. Closed meanwhile: -1, which poll ignores. */
    private static boolean isQuiet(FileDescriptor descriptor) throws ReflectiveOperationException {
        return ((Integer) POLL.invoke(null, descriptor, POLLIN, NO_WAIT)).intValue() == 0 && descriptor.valid();
    }

    private static FileDescriptor pollable(Socket socket) {
        return POLL == null || POLLIN == null ? null : OsSocket.descriptor(socket);
    }

    private static boolean isQuietByReading(Socket socket) throws IOException {
        int timeout = socket.getSoTimeout();
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            socket.setSoTimeout(timeout);
            return true;
        }
    }

    private static Object pollIn() {
        Field field = Members.field("sun.nio.ch.Net", "POLLIN");
        return field == null ? null : Integer.valueOf(((Number) Members.get(field, null)).intValue());
    }
}
