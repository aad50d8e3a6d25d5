package io.kaagent.it.child;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;

/** Hands everything on to an impl of the JDK, as monitors and simulators of networks do. */
final class DelegatingImpl extends SocketImpl {
    private final SocketImpl impl;

    DelegatingImpl(SocketImpl impl) {
        this.impl = impl;
    }

    @Override
    protected void create(boolean stream) throws IOException {
        call("create", new Class<?>[] {boolean.class}, stream);
        fd = (FileDescriptor) call("getFileDescriptor", new Class<?>[0]);
    }

    @Override
    protected void connect(String host, int to) throws IOException {
        call("connect", new Class<?>[] {String.class, int.class}, host, to);
        copy();
    }

    @Override
    protected void connect(InetAddress host, int to) throws IOException {
        call("connect", new Class<?>[] {InetAddress.class, int.class}, host, to);
        copy();
    }

    @Override
    protected void connect(SocketAddress to, int timeout) throws IOException {
        call("connect", new Class<?>[] {SocketAddress.class, int.class}, to, timeout);
        copy();
    }

    private void copy() throws IOException {
        address = (InetAddress) call("getInetAddress", new Class<?>[0]);
        port = (Integer) call("getPort", new Class<?>[0]);
        localport = (Integer) call("getLocalPort", new Class<?>[0]);
    }

    @Override
    protected void bind(InetAddress host, int to) throws IOException {
        call("bind", new Class<?>[] {InetAddress.class, int.class}, host, to);
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
    protected InputStream getInputStream() throws IOException {
        return (InputStream) call("getInputStream", new Class<?>[0]);
    }

    @Override
    protected OutputStream getOutputStream() throws IOException {
        return (OutputStream) call("getOutputStream", new Class<?>[0]);
    }

    @Override
    protected int available() throws IOException {
        return (Integer) call("available", new Class<?>[0]);
    }

    @Override
    protected void close() throws IOException {
        call("close", new Class<?>[0]);
    }

    @Override
    protected void shutdownInput() throws IOException {
        call("shutdownInput", new Class<?>[0]);
    }

    @Override
    protected void shutdownOutput() throws IOException {
        call("shutdownOutput", new Class<?>[0]);
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
        call("sendUrgentData", new Class<?>[] {int.class}, data);
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
        impl.setOption(option, value);
    }

    @Override
    public Object getOption(int option) throws SocketException {
        return impl.getOption(option);
    }

    private Object call(String name, Class<?>[] types, Object... arguments) throws IOException {
        try {
            Method method = SocketImpl.class.getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(impl, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException) {
                throw (IOException) e.getCause();
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
