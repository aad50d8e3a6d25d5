package io.kaagent.it.child;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A {@code SocketImpl} of the application's own, as {@code Socket.setSocketImplFactory} wants it. */
final class SocketsByFactory extends SocketImpl {
    private SocketChannel channel;

    @Override
    protected void create(boolean stream) throws IOException {
        channel = SocketChannel.open();
        fd = new FileDescriptor();
    }

    @Override
    protected void connect(String host, int to) throws IOException {
        connect(new InetSocketAddress(host, to), 0);
    }

    @Override
    protected void connect(InetAddress host, int to) throws IOException {
        connect(new InetSocketAddress(host, to), 0);
    }

    @Override
    protected void connect(SocketAddress to, int timeout) throws IOException {
        channel.connect(to);
        address = ((InetSocketAddress) to).getAddress();
        port = ((InetSocketAddress) to).getPort();
    }

    @Override
    protected void bind(InetAddress host, int to) throws IOException {
        channel.bind(new InetSocketAddress(host, to));
    }

    @Override
    protected void listen(int backlog) throws IOException {
        throw new SocketException("not for servers");
    }

    @Override
    protected void accept(SocketImpl accepted) throws IOException {
        throw new SocketException("not for servers");
    }

    @Override
    protected InputStream getInputStream() {
        return Channels.newInputStream(channel);
    }

    @Override
    protected OutputStream getOutputStream() {
        return Channels.newOutputStream(channel);
    }

    @Override
    protected int available() {
        return 0;
    }

    @Override
    protected void close() throws IOException {
        channel.close();
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
        throw new SocketException("not urgent");
    }

    @Override
    public void setOption(int option, Object value) {
        // none is needed
    }

    @Override
    public Object getOption(int option) {
        return 0;
    }
}
