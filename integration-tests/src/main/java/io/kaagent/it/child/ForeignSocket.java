package io.kaagent.it.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A socket as libraries make them for monitoring or SOCKS: it has no connection of its own, another socket has. */
final class ForeignSocket extends Socket {
    private final Socket wrapped = new Socket();

    @Override
    public void connect(SocketAddress address) throws IOException {
        wrapped.connect(address);
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        wrapped.connect(address, timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return wrapped.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return wrapped.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        wrapped.close();
    }

    @Override
    public boolean isClosed() {
        return wrapped.isClosed();
    }

    @Override
    public boolean isConnected() {
        return wrapped.isConnected();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        wrapped.setSoTimeout(timeout);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return wrapped.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        wrapped.setTcpNoDelay(on);
    }

    @Override
    public InetAddress getInetAddress() {
        return wrapped.getInetAddress();
    }

    @Override
    public int getPort() {
        return wrapped.getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return wrapped.getRemoteSocketAddress();
    }

    @Override
    public int getSoLinger() throws SocketException {
        return wrapped.getSoLinger();
    }

    @Override
    public void shutdownInput() throws IOException {
        wrapped.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        wrapped.shutdownOutput();
    }
}
