package io.kaagent.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketImpl;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * The streams of an impl, as {@code Socket.getInputStream()} gets them: with a security manager (JDK 8 and 11) the application may lack
 * the right.
 */
final class ImplStreams {
    private ImplStreams() {}

    static InputStream input(final ImplCalls calls, final SocketImpl impl) throws IOException {
        try {
            return AccessController.doPrivileged(new PrivilegedExceptionAction<InputStream>() {
                @Override
                public InputStream run() throws IOException {
                    return calls.getInputStream(impl);
                }
            });
        } catch (PrivilegedActionException e) {
            throw (IOException) e.getException();
        }
    }

    static OutputStream output(final ImplCalls calls, final SocketImpl impl) throws IOException {
        try {
            return AccessController.doPrivileged(new PrivilegedExceptionAction<OutputStream>() {
                @Override
                public OutputStream run() throws IOException {
                    return calls.getOutputStream(impl);
                }
            });
        } catch (PrivilegedActionException e) {
            throw (IOException) e.getException();
        }
    }
}
