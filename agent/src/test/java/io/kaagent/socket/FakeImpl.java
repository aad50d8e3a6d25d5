package io.kaagent.socket;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.util.HashMap;
import java.util.Map;

/** A platform's impl, connected to a {@link Wire}. */
final class FakeImpl extends SocketImpl {
    private static final int[] BUFFERS = buffersHere();

    final Map<Integer, Object> options = new HashMap<>(Map.of(
            SocketOptions.SO_LINGER, false,
            SocketOptions.IP_TOS, 0,
            SocketOptions.SO_OOBINLINE, false,
            SocketOptions.SO_REUSEADDR, false,
            SocketOptions.SO_TIMEOUT, 0,
            SocketOptions.SO_KEEPALIVE, false,
            SocketOptions.TCP_NODELAY, false,
            SocketOptions.SO_RCVBUF, BUFFERS[0],
            SocketOptions.SO_SNDBUF, BUFFERS[1]));

    final StringBuilder calls = new StringBuilder();
    private final FakeNet net;
    private volatile Wire wire;
    private volatile boolean created;
    private volatile int timesSet;
    private volatile boolean closed;

    FakeImpl(FakeNet net) {
        this.net = net;
    }

    Wire wire() {
        return wire;
    }

    /** The platform creates it by itself. */
    void createBeside() {
        created = true;
        fd = FileDescriptor.out; // one that is valid; nobody writes to it
    }

    /** How often an option was set. */
    int timesSet() {
        return timesSet;
    }

    /** Whether the kernel would know of it. */
    boolean isCreated() {
        return created;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    protected void connect(SocketAddress to, int timeout) throws IOException {
        mustBeCreated();
        Wire connected = net.connect();
        fd = connected.descriptor;
        address = ((InetSocketAddress) to).getAddress();
        port = ((InetSocketAddress) to).getPort();
        localport = net.nextLocalPort();
        wire = connected;
        if (closed) {
            connected.close();
        }
        mustBeOpen();
    }

    @Override
    protected InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return length == 0 ? 0 : wire.read(bytes, from, length);
            }
        };
    }

    @Override
    protected OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                wire.write(bytes, from, length);
            }
        };
    }

    @Override
    protected int available() throws IOException {
        mustBeOpen();
        return wire.available();
    }

    @Override
    protected void close() {
        closed = true;
        if (wire != null) {
            wire.close();
        }
    }

    @Override
    protected void shutdownInput() throws IOException {
        mustBeOpen();
        calls.append("shutdownInput ");
    }

    @Override
    protected void shutdownOutput() throws IOException {
        mustBeOpen();
        calls.append("shutdownOutput ");
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
        mustBeOpen();
        calls.append("urgent ");
    }

    @Override
    protected FileDescriptor getFileDescriptor() {
        return fd;
    }

    @Override
    protected InetAddress getInetAddress() {
        return address;
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
        mustBeCreated();
        options.put(option, value);
        timesSet++;
    }

    @Override
    public Object getOption(int option) throws SocketException {
        mustBeCreated();
        return options.get(option);
    }

    @Override
    protected void create(boolean stream) throws IOException {
        mustBeOpen();
        net.descriptor();
        if (created) {
            throw new IOException("Already created");
        }
        createBeside();
    }

    @Override
    protected void connect(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void connect(InetAddress address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void bind(InetAddress host, int port) {
        calls.append("bind ");
    }

    @Override
    protected void listen(int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void accept(SocketImpl impl) {
        throw new UnsupportedOperationException();
    }

    /** What a new socket has on this machine. */
    private static int[] buffersHere() {
        try (Socket socket = new Socket()) {
            return new int[] {socket.getReceiveBufferSize(), socket.getSendBufferSize()};
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void mustBeCreated() throws SocketException {
        mustBeOpen();
        if (!created) {
            throw new SocketException("Socket not created");
        }
    }

    private void mustBeOpen() throws SocketException {
        if (closed) {
            throw new SocketException("Socket closed");
        }
    }
}
