package io.kaagent.socket;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.util.Set;

/**
 * What the generated wrapper does, in a class of the tests: that one is made in {@code java.net}, and the loader of that package
 * does not know the classes of a test run.
 */
final class LooseWrapper extends SocketImpl implements ImplCalls {
    private final RawSocket raw;

    LooseWrapper(RawSocket raw) {
        this.raw = raw;
    }

    @Override
    public SocketImpl wrap(RawSocket wrapped) {
        return new LooseWrapper(wrapped);
    }

    @Override
    public RawSocket raw() {
        return raw;
    }

    // The way to the raw socket.

    @Override
    protected void create(boolean stream) throws IOException {
        raw.create(stream);
    }

    @Override
    protected void connect(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void connect(InetAddress to, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void connect(SocketAddress to, int timeout) throws IOException {
        raw.connect(to, timeout);
    }

    @Override
    protected void bind(InetAddress host, int port) throws IOException {
        raw.bind(host, port);
    }

    @Override
    protected void listen(int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void accept(SocketImpl impl) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected InputStream getInputStream() throws IOException {
        return raw.getInputStream();
    }

    @Override
    protected OutputStream getOutputStream() throws IOException {
        return raw.getOutputStream();
    }

    @Override
    protected int available() throws IOException {
        return raw.available();
    }

    @Override
    protected void close() throws IOException {
        raw.close();
    }

    @Override
    protected void shutdownInput() throws IOException {
        raw.shutdownInput();
    }

    @Override
    protected void shutdownOutput() throws IOException {
        raw.shutdownOutput();
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
        raw.sendUrgentData(data);
    }

    @Override
    protected InetAddress getInetAddress() {
        return raw.getInetAddress();
    }

    @Override
    protected int getPort() {
        return raw.getPort();
    }

    @Override
    protected int getLocalPort() {
        return raw.getLocalPort();
    }

    @Override
    protected Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
        raw.setOption(option, value);
    }

    @Override
    public Object getOption(int option) throws SocketException {
        return raw.getOption(option);
    }

    // The way back.

    @Override
    public void create(SocketImpl impl, boolean stream) throws IOException {
        Protected.call(impl, "create", new Class<?>[] {boolean.class}, stream);
    }

    @Override
    public void bind(SocketImpl impl, InetAddress host, int port) throws IOException {
        Protected.call(impl, "bind", new Class<?>[] {InetAddress.class, int.class}, host, port);
    }

    @Override
    public void connect(SocketImpl impl, SocketAddress to, int timeout) throws IOException {
        Protected.call(impl, "connect", new Class<?>[] {SocketAddress.class, int.class}, to, timeout);
    }

    @Override
    public void close(SocketImpl impl) throws IOException {
        Protected.call(impl, "close");
    }

    @Override
    public InputStream getInputStream(SocketImpl impl) throws IOException {
        return (InputStream) Protected.call(impl, "getInputStream");
    }

    @Override
    public OutputStream getOutputStream(SocketImpl impl) throws IOException {
        return (OutputStream) Protected.call(impl, "getOutputStream");
    }

    @Override
    public int available(SocketImpl impl) throws IOException {
        return (Integer) Protected.call(impl, "available");
    }

    @Override
    public void shutdownInput(SocketImpl impl) throws IOException {
        Protected.call(impl, "shutdownInput");
    }

    @Override
    public void shutdownOutput(SocketImpl impl) throws IOException {
        Protected.call(impl, "shutdownOutput");
    }

    @Override
    public void sendUrgentData(SocketImpl impl, int data) throws IOException {
        Protected.call(impl, "sendUrgentData", new Class<?>[] {int.class}, data);
    }

    @Override
    public FileDescriptor getFileDescriptor(SocketImpl impl) {
        return (FileDescriptor) Protected.ask(impl, "getFileDescriptor");
    }

    @Override
    public InetAddress getInetAddress(SocketImpl impl) {
        return (InetAddress) Protected.ask(impl, "getInetAddress");
    }

    @Override
    public int getPort(SocketImpl impl) {
        return (Integer) Protected.ask(impl, "getPort");
    }

    @Override
    public int getLocalPort(SocketImpl impl) {
        return (Integer) Protected.ask(impl, "getLocalPort");
    }

    @Override
    public void setSocket(SocketImpl impl, Socket socket) {
        // the JDKs that run the unit tests have no such method
    }

    @Override
    public <T> void setOption(SocketImpl impl, SocketOption<T> option, T value) throws IOException {
        Protected.call(impl, "setOption", new Class<?>[] {SocketOption.class, Object.class}, option, value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getOption(SocketImpl impl, SocketOption<T> option) throws IOException {
        return (T) Protected.call(impl, "getOption", new Class<?>[] {SocketOption.class}, option);
    }
}
