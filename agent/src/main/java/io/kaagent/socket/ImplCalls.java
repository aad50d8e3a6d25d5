package io.kaagent.socket;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.net.SocketOption;

/**
 * What only a class of the package {@code java.net} may do: call the protected methods of a {@link SocketImpl}. Implemented by the
 * wrapper, which is such a class; it is made at run time (docs/adr/0016). Each method that takes a {@code SocketImpl} first is
 * that impl's method of the same name; one that this JDK lacks does nothing.
 */
public interface ImplCalls {
    /** A new wrapper: a {@code SocketImpl} that calls this raw socket. */
    SocketImpl wrap(RawSocket raw);

    /** Whom this wrapper calls. */
    RawSocket raw();

    void create(SocketImpl impl, boolean stream) throws IOException;

    void bind(SocketImpl impl, InetAddress host, int port) throws IOException;

    void connect(SocketImpl impl, SocketAddress address, int timeout) throws IOException;

    void close(SocketImpl impl) throws IOException;

    InputStream getInputStream(SocketImpl impl) throws IOException;

    OutputStream getOutputStream(SocketImpl impl) throws IOException;

    int available(SocketImpl impl) throws IOException;

    void shutdownInput(SocketImpl impl) throws IOException;

    void shutdownOutput(SocketImpl impl) throws IOException;

    void sendUrgentData(SocketImpl impl, int data) throws IOException;

    FileDescriptor getFileDescriptor(SocketImpl impl);

    InetAddress getInetAddress(SocketImpl impl);

    int getPort(SocketImpl impl);

    int getLocalPort(SocketImpl impl);

    /** JDK 8 to 12: the socket whose impl it is. */
    void setSocket(SocketImpl impl, Socket socket);

    <T> void setOption(SocketImpl impl, SocketOption<T> option, T value) throws IOException;

    <T> T getOption(SocketImpl impl, SocketOption<T> option) throws IOException;
}
