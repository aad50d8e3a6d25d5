package io.kaagent.it.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A TLS socket around another, as security providers and libraries make them. */
final class ForeignTlsSocket extends SSLSocket {
    private final SSLSocket wrapped;

    ForeignTlsSocket(SSLSocket wrapped) {
        this.wrapped = wrapped;
    }

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
    public void startHandshake() throws IOException {
        wrapped.startHandshake();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return wrapped.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return wrapped.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        wrapped.setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return wrapped.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return wrapped.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        wrapped.setEnabledProtocols(protocols);
    }

    @Override
    public SSLSession getSession() {
        return wrapped.getSession();
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        wrapped.addHandshakeCompletedListener(listener);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        wrapped.removeHandshakeCompletedListener(listener);
    }

    @Override
    public void setUseClientMode(boolean mode) {
        wrapped.setUseClientMode(mode);
    }

    @Override
    public boolean getUseClientMode() {
        return wrapped.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        wrapped.setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return wrapped.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        wrapped.setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return wrapped.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        wrapped.setEnableSessionCreation(flag);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return wrapped.getEnableSessionCreation();
    }

    @Override
    public SSLParameters getSSLParameters() {
        return wrapped.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        wrapped.setSSLParameters(parameters);
    }
}
