package io.kaagent.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;

/**
 * What a {@link Carrier}'s shell takes for the socket below it: a connection of ours. Only what the JDK's TLS asks of such a socket.
 *
 * <p>Threading: any thread.
 */
final class BelowTls extends Socket {
    private final RawConnection connection;
    private final int port;
    private volatile boolean closed;
    private volatile boolean inputShutDown;
    private volatile boolean outputShutDown;

    BelowTls(RawConnection connection, int port) throws SocketException {
        super((SocketImpl) null);
        this.connection = connection;
        this.port = port;
    }

    /** Whether a goodbye would not have to wait for the peer to read what was said before. */
    boolean canBeWritten() {
        return connection.canBeWritten();
    }

    void closeFailed(IOException e) {
        connection.closeFailed(e);
    }

    @Override
    public InputStream getInputStream() {
        return connection.records();
    }

    @Override
    public OutputStream getOutputStream() {
        return connection.out;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public InetAddress getInetAddress() {
        return connection.inetAddress();
    }

    @Override
    public int getPort() {
        return port;
    }

    /** Asked only by a close, which would wait so long for the peer: the owner's patience is none of it. */
    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        connection.impl.setOption(SocketOptions.SO_TIMEOUT, timeout);
    }

    /** An owner's lingering ends with its ownership: the pool's own close must not wait. */
    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public void shutdownInput() throws IOException {
        inputShutDown = true;
        connection.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        outputShutDown = true;
        connection.shutdownOutput();
    }

    @Override
    public boolean isInputShutdown() {
        return inputShutDown;
    }

    @Override
    public boolean isOutputShutdown() {
        return outputShutDown;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        connection.closeBelow();
    }

    @Override
    public String toString() {
        return "below " + connection.impl;
    }
}
